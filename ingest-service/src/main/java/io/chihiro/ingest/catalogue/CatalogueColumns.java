package io.chihiro.ingest.catalogue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Under which heading a catalogue keeps what: known by its usual names, or told by its owner.
///
/// @param headings of each role, as [#plain] has them
/// @param audio headings of what songs sound like
record CatalogueColumns(Map<Role, String> headings, Set<String> audio) {
  /// A file that has so many of them tells what songs sound like; one alone may mean anything.
  private static final int FEWEST_MEASURES = 2;

  /// What a column may hold.
  enum Role {
    TITLE("title|song|track|name|track name|song name|song title|track title"),
    ARTIST(
        "artist|artists|artist name|artist name(s)|artist names|primary artist|performer|singer"),
    TAG("tag|tags|genre|genres|track genre"),
    YEAR("year|release year|release date|album release date"),
    VIEWS("views|page views|pageviews|view count"),
    FEATURES("features|featured artists|featured|featuring"),
    LYRICS("lyrics|lyric|song lyrics|text"),
    ID("id|song id|genius id|track id|catalogue"),
    SPOTIFY("spotify id|spotify uri|spotify track uri|track uri|uri|spotify"),
    ISRC("isrc"),
    MBID("mbid|recording mbid|track mbid"),
    ANNOTATION("annotation|annotation text|explanation"),
    LINE("lyric|line|fragment|referent"),
    PERSONA("persona|query"),
    RELEVANT("relevant|is relevant|relevance|right"),
    LANGUAGE("language|language cldr|language cld3|language ft|lang");

    private final ImmutableList<String> usual;

    Role(String usual) {
      this.usual = ImmutableList.copyOf(Splitter.on('|').split(usual));
    }
  }

  CatalogueColumns {
    headings = Map.copyOf(headings);
    audio = Set.copyOf(audio);
  }

  /// The columns of these headings.
  ///
  /// @param headings as [#plain] has them
  static CatalogueColumns of(Collection<String> headings, CatalogueMapping mapping) {
    Map<Role, String> found = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      role.usual.stream()
          .filter(headings::contains)
          .findFirst()
          .ifPresent(heading -> found.put(role, heading));
    }
    mapping.named().forEach((role, heading) -> found.put(role, plain(heading)));
    found.values().removeIf(heading -> !headings.contains(heading));
    Set<String> audio =
        AudioMeasure.NAMES.stream()
            .filter(headings::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new CatalogueColumns(found, audio);
  }

  /// A heading without what differs from writer to writer.
  static String plain(String heading) {
    return heading.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Whether rows name songs: by title and artist, or what a song with an id sounds like.
  boolean nameSongs() {
    return (headings.containsKey(Role.TITLE) && headings.containsKey(Role.ARTIST))
        || (audioOnly() && (headings.containsKey(Role.ID) || headings.containsKey(Role.SPOTIFY)));
  }

  /// Whether rows say what words of songs mean.
  boolean annotate() {
    return headings.containsKey(Role.ANNOTATION) && headings.containsKey(Role.LINE);
  }

  /// Whether rows say which songs are right for whom.
  boolean judge() {
    return headings.containsKey(Role.PERSONA) && !headings.containsKey(Role.LYRICS);
  }

  /// Whether they tell what songs sound like, and nothing they say.
  boolean audioOnly() {
    return audio.size() >= FEWEST_MEASURES && !headings.containsKey(Role.LYRICS);
  }

  /// What stands there, unless it is blank.
  ///
  /// @param row text by heading
  Optional<String> text(Map<String, String> row, Role role) {
    return Optional.ofNullable(headings.get(role))
        .flatMap(heading -> Optional.ofNullable(row.get(heading)))
        .filter(text -> !text.isBlank());
  }
}
