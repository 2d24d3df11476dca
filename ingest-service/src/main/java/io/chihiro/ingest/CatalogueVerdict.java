package io.chihiro.ingest;

import io.chihiro.door.upload.UploadedFiles.Contents;
import io.chihiro.ingest.CatalogueAccount.LyricsAccount;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said about the import of a catalogue at its end. One that stored nothing never says
/// success.
final class CatalogueVerdict {
  private CatalogueVerdict() {}

  /// Why it counts as failed though everything was read; empty if it does not.
  ///
  /// @param why what is wrong with the last file that is no catalogue; goes on after its name
  static Optional<String> nothing(
      String file, Contents contents, String why, CatalogueAccount account) {
    if (contents.used() == 0) {
      return Optional.of(
          contents.others() == 1
              ? file + " " + why
              : "No catalogue of songs was found in %s: none of its %d files is one."
                  .formatted(file, contents.others()));
    }
    ImportAccount songs = account.songs();
    if (songs.stored() > 0 || knownAlready(songs) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        songs.rows() == 0
            ? "Nothing was stored: " + file + " has headings and no rows."
            : "Nothing was stored: of %d rows in %s none can be used%s."
                .formatted(songs.rows(), file, reasons(songs.dropped())));
  }

  /// What came in.
  ///
  /// @param noun what a row of it is
  static String done(CatalogueAccount account, String noun) {
    ImportAccount songs = account.songs();
    String stored =
        songs.stored() == 0
            ? "Nothing new: all %s in it were known already."
                .formatted(counted(knownAlready(songs), noun))
            : counted(songs.stored(), noun) + " stored.";
    return stored + lyrics(account.lyrics());
  }

  /// What came in before something was wrong with the upload.
  static String broken(String problem, CatalogueAccount account, String noun) {
    long stored = account.songs().stored();
    return stored == 0
        ? problem + " Nothing was stored."
        : "%s The %s before that are stored.".formatted(problem, counted(stored, noun));
  }

  private static String lyrics(LyricsAccount lyrics) {
    if (lyrics.found() == 0) {
      return "";
    }
    long leftOut = lyrics.found() - lyrics.kept();
    return leftOut == 0
        ? " Lyrics of %s were kept.".formatted(counted(lyrics.kept(), "song"))
        : " Of %d lyrics %d were left out%s."
            .formatted(lyrics.found(), leftOut, reasons(lyrics.leftOut()));
  }

  // "2 songs for a persona"
  private static String counted(long number, String noun) {
    String many = noun.startsWith("song") ? noun.replaceFirst("song", "songs") : noun + "s";
    return number + " " + (number == 1 ? noun : many);
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static long knownAlready(ImportAccount account) {
    return account.dropped().getOrDefault(Reason.KNOWN_ALREADY.words(), 0L);
  }
}
