package io.chihiro.ingest;

import io.chihiro.ingest.history.HistoryArchive.Contents;
import io.chihiro.ingest.history.Row.Reason;
import java.util.Optional;

/// What is said about an import at its end. One that stored nothing never says success.
final class ImportVerdict {
  private ImportVerdict() {}

  /// Why an import counts as failed though every row was read; empty if it does not.
  static Optional<String> nothing(String file, Contents contents, ImportAccount account) {
    if (contents.histories() == 0) {
      return Optional.of(
          "No listening history was found in "
              + file
              + (contents.others() > 1
                  ? ": none of its " + contents.others() + " files is one."
                  : "."));
    }
    boolean nothingUsable = account.stored() == 0 && knownAlready(account) == 0;
    return nothingUsable
        ? Optional.of("Nothing was stored: " + reasons(file, account))
        : Optional.empty();
  }

  static String done(Contents contents, ImportAccount account, CollectedLists lists) {
    if (lists.taken() > 0) {
      return "%d songs of %d %s stored%s"
          .formatted(
              lists.songs(),
              lists.taken(),
              lists.taken() == 1 ? "playlist" : "playlists",
              account.stored() > lists.songs()
                  ? ", and %d plays.".formatted(account.stored() - lists.songs())
                  : ".");
    }
    if (account.stored() == 0) {
      return "Nothing new: all " + knownAlready(account) + " plays in it were known already.";
    }
    return account.stored()
        + " plays stored from "
        + contents.histories()
        + (contents.histories() == 1 ? " file." : " files.");
  }

  static String broken(String problem, ImportAccount account) {
    return account.stored() == 0
        ? problem + " Nothing was stored."
        : problem + " The " + account.stored() + " plays before that are stored.";
  }

  private static long knownAlready(ImportAccount account) {
    return account.dropped().getOrDefault(Reason.KNOWN_ALREADY.words(), 0L);
  }

  private static String reasons(String file, ImportAccount account) {
    return account.rows() == 0
        ? file + " is an empty history."
        : "none of the " + account.rows() + " rows in " + file + " is a play of a song.";
  }
}
