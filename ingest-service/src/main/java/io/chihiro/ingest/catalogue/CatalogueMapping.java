package io.chihiro.ingest.catalogue;

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
  public static final CatalogueMapping USUAL =
      new CatalogueMapping(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  Map<CatalogueColumns.Role, String> named() {
    Map<CatalogueColumns.Role, String> named = new LinkedHashMap<>();
    title.ifPresent(heading -> named.put(CatalogueColumns.Role.TITLE, heading));
    artist.ifPresent(heading -> named.put(CatalogueColumns.Role.ARTIST, heading));
    tag.ifPresent(heading -> named.put(CatalogueColumns.Role.TAG, heading));
    year.ifPresent(heading -> named.put(CatalogueColumns.Role.YEAR, heading));
    views.ifPresent(heading -> named.put(CatalogueColumns.Role.VIEWS, heading));
    features.ifPresent(heading -> named.put(CatalogueColumns.Role.FEATURES, heading));
    lyrics.ifPresent(heading -> named.put(CatalogueColumns.Role.LYRICS, heading));
    id.ifPresent(heading -> named.put(CatalogueColumns.Role.ID, heading));
    language.ifPresent(heading -> named.put(CatalogueColumns.Role.LANGUAGE, heading));
    return named;
  }
}
