package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.catalogue.CatalogueColumns.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which columns of a catalogue hold what, by their headings, where they are called otherwise than
/// usual. What is not named is looked for under its usual names.
///
/// @param title of the song
/// @param artist of the song
/// @param tag its genre or mood
/// @param year it came out
/// @param views how often its page was looked at
/// @param features further artists
/// @param lyrics its words
/// @param id the catalogue's own
/// @param language of the words
public record CatalogueMapping(
    Optional<String> title,
    Optional<String> artist,
    Optional<String> tag,
    Optional<String> year,
    Optional<String> views,
    Optional<String> features,
    Optional<String> lyrics,
    Optional<String> id,
    Optional<String> language) {
  /// Everything is called as usual.
  public static final CatalogueMapping USUAL = of(Map.of());

  static CatalogueMapping of(Map<Role, String> named) {
    return new CatalogueMapping(
        Optional.ofNullable(named.get(Role.TITLE)),
        Optional.ofNullable(named.get(Role.ARTIST)),
        Optional.ofNullable(named.get(Role.TAG)),
        Optional.ofNullable(named.get(Role.YEAR)),
        Optional.ofNullable(named.get(Role.VIEWS)),
        Optional.ofNullable(named.get(Role.FEATURES)),
        Optional.ofNullable(named.get(Role.LYRICS)),
        Optional.ofNullable(named.get(Role.ID)),
        Optional.ofNullable(named.get(Role.LANGUAGE)));
  }

  Map<Role, String> named() {
    Map<Role, String> named = new LinkedHashMap<>();
    title.ifPresent(heading -> named.put(Role.TITLE, heading));
    artist.ifPresent(heading -> named.put(Role.ARTIST, heading));
    tag.ifPresent(heading -> named.put(Role.TAG, heading));
    year.ifPresent(heading -> named.put(Role.YEAR, heading));
    views.ifPresent(heading -> named.put(Role.VIEWS, heading));
    features.ifPresent(heading -> named.put(Role.FEATURES, heading));
    lyrics.ifPresent(heading -> named.put(Role.LYRICS, heading));
    id.ifPresent(heading -> named.put(Role.ID, heading));
    language.ifPresent(heading -> named.put(Role.LANGUAGE, heading));
    return named;
  }
}
