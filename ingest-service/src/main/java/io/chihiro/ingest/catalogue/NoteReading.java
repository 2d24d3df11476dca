package io.chihiro.ingest.catalogue;

import io.chihiro.events.Song;
import io.chihiro.ingest.catalogue.CatalogueColumns.Role;
import io.chihiro.ingest.catalogue.CatalogueRow.Annotated;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.ForPersona;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the cells of a row say that speaks of a song: what its words mean, or for whom it is right.
/// Pure.
final class NoteReading {
  private static final int LONGEST_TEXT = 5_000;
  private static final Set<String> YES = Set.of("yes", "y", "true", "t");
  private static final Set<String> NO = Set.of("no", "n", "false", "f");
  private static final Pattern GRADE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,6})?");

  private NoteReading() {}

  /// What a row says.
  ///
  /// @param cells text by heading
  static CatalogueRow row(Place place, CatalogueColumns columns, Map<String, String> cells) {
    String title = text(columns, cells, Role.TITLE);
    String artist = text(columns, cells, Role.ARTIST);
    Optional<Reason> wrong = CatalogueReading.wrong(title, artist);
    if (wrong.isPresent()) {
      return new Dropped(place, wrong.get());
    }
    Song spelled = new Song(title, artist);
    return columns.annotate()
        ? annotated(
            place, spelled, text(columns, cells, Role.LINE), text(columns, cells, Role.ANNOTATION))
        : judged(place, spelled, text(columns, cells, Role.PERSONA), relevant(columns, cells));
  }

  private static CatalogueRow annotated(Place place, Song spelled, String lyric, String said) {
    if (!hasWords(lyric) || !hasWords(said)) {
      return new Dropped(place, Reason.NO_WORDS);
    }
    return wrong(lyric)
        .or(() -> wrong(said))
        .<CatalogueRow>map(why -> new Dropped(place, why))
        .orElseGet(() -> new Annotated(place, spelled, lyric, said));
  }

  private static CatalogueRow judged(
      Place place, Song spelled, String persona, Optional<Boolean> relevant) {
    if (!hasWords(persona)) {
      return new Dropped(place, Reason.NO_PERSONA);
    }
    if (relevant.isEmpty()) {
      return new Dropped(place, Reason.NOT_YES_OR_NO);
    }
    return wrong(persona)
        .<CatalogueRow>map(why -> new Dropped(place, why))
        .orElseGet(() -> new ForPersona(place, persona, spelled, relevant.get()));
  }

  // A file without the column names right songs only. Where it grades them, nothing is wrong.
  private static Optional<Boolean> relevant(CatalogueColumns columns, Map<String, String> cells) {
    String said = text(columns, cells, Role.RELEVANT).toLowerCase(Locale.ROOT);
    if (!columns.headings().containsKey(Role.RELEVANT) || YES.contains(said)) {
      return Optional.of(true);
    }
    if (NO.contains(said)) {
      return Optional.of(false);
    }
    return GRADE.matcher(said).matches()
        ? Optional.of(Double.parseDouble(said) > 0)
        : Optional.empty();
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static Optional<Reason> wrong(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.of(Reason.WORDS_TOO_LONG);
    }
    return text.indexOf(CatalogueReading.NO_CHARACTER) >= 0
        ? Optional.of(Reason.NOT_UTF8)
        : Optional.empty();
  }

  private static String text(CatalogueColumns columns, Map<String, String> cells, Role role) {
    return columns.text(cells, role).map(CatalogueReading::line).orElse("");
  }
}
