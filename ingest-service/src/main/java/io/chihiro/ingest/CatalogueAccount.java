package io.chihiro.ingest;

import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where every row of a catalogue went, and all lyrics in it.
///
/// @param songs rows: `rows = stored + dropped + waiting`, always
/// @param lyrics apart from their rows: a song whose lyrics do not pass keeps everything else
/// @param problems the first rows with which something is wrong, each with its place
public record CatalogueAccount(ImportAccount songs, LyricsAccount lyrics, List<Problem> problems) {
  public static final CatalogueAccount EMPTY =
      new CatalogueAccount(ImportAccount.EMPTY, new LyricsAccount(0, 0, Map.of()), List.of());

  private static final int MOST_PROBLEMS = 20;

  public CatalogueAccount {
    problems = List.copyOf(problems);
  }

  /// Where all lyrics went: `found = kept + left out`, always.
  ///
  /// @param leftOut by reason, in the words a person sees
  public record LyricsAccount(long found, long kept, Map<String, Long> leftOut) {
    public LyricsAccount {
      leftOut = Map.copyOf(leftOut);
      long sum = kept + leftOut.values().stream().mapToLong(Long::longValue).sum();
      if (found != sum) {
        throw new IllegalArgumentException("the lyrics do not balance: " + found + " != " + sum);
      }
    }
  }

  /// A row with which something is wrong.
  ///
  /// @param row counted from 1, without the headings
  /// @param line on which it begins
  /// @param problem what is wrong; never what stands there
  public record Problem(String file, long row, long line, String problem) {}

  /// Counts rows and lyrics as they are read.
  static final class Tally {
    private final ImportAccount.Tally songs;
    private final Map<String, Long> leftOut;
    private final List<Problem> problems;
    private long kept;

    private Tally(CatalogueAccount before) {
      songs = ImportAccount.Tally.from(before.songs());
      leftOut = new TreeMap<>(before.lyrics().leftOut());
      problems = new ArrayList<>(before.problems());
      kept = before.lyrics().kept();
    }

    /// Counts on from an account of rows that are safe.
    static Tally from(CatalogueAccount before) {
      return new Tally(before);
    }

    /// A row that is kept.
    void taken() {
      songs.taken();
    }

    /// A row that is not kept.
    void dropped(String reason) {
      songs.dropped(reason);
    }

    void lyricsKept() {
      kept++;
    }

    void lyricsLeftOut(String reason) {
      leftOut.merge(reason, 1L, Long::sum);
    }

    /// Something is wrong with a row.
    void problem(Place place, String what) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(new Problem(place.file(), place.row(), place.line(), what));
      }
    }

    void allSafe() {
      songs.allSafe();
    }

    long rows() {
      return songs.rows();
    }

    CatalogueAccount account() {
      long found = kept + leftOut.values().stream().mapToLong(Long::longValue).sum();
      return new CatalogueAccount(
          songs.account(), new LyricsAccount(found, kept, leftOut), problems);
    }
  }
}
