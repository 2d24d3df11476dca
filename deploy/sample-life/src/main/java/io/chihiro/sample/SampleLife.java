package io.chihiro.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A fictional person's eighteen months: a diary, what was heard, and moods to ask for.
///
/// Everything follows from the seed: the same seed makes the same bytes.
public final class SampleLife {
  /// The seed of the life that the demo and the tests speak of.
  public static final long SEED = 20_240_106L;

  /// Where the person was: the value for the setting of time zones.
  public static final String ZONES = "Europe/Lisbon,2025-03-01:Asia/Tokyo,2025-05-20:Europe/Lisbon";

  private final long seed;
  private final Repertoire repertoire = new Repertoire();
  private final List<DiaryDay> days;
  private final SpotifyExport export;

  /// Makes a life.
  public SampleLife(long seed) {
    this.seed = seed;
    days = Diary.days(seed);
    export =
        new SpotifyExport(seed, zones(), repertoire, days.stream().map(DiaryDay::date).toList());
  }

  /// The life of the fixed seed.
  public static SampleLife fixed() {
    return new SampleLife(SEED);
  }

  /// Every written day, in order.
  public List<DiaryDay> days() {
    return days;
  }

  /// Where the person was.
  public ZoneTimeline zones() {
    return ZoneTimeline.parse(ZONES);
  }

  /// Every song.
  public Repertoire repertoire() {
    return repertoire;
  }

  /// The listening history.
  public SpotifyExport export() {
    return export;
  }

  /// Every journal date with its songs of at least three counting plays.
  public List<ExpectedMoment> expectedMoments() {
    return export.expectedMoments();
  }

  /// The account that an import of the export must give.
  public ImportAccount expectedAccount() {
    return export.expectedAccount();
  }

  /// The measure of answers to the golden moods.
  public EraPrecision precision() {
    return new EraPrecision(GoldenMoods.all(), repertoire);
  }

  /// The diary as files, photographed pages among them.
  public JournalFiles journal() {
    return new JournalFiles(days, zones());
  }

  /// Writes `journal/`, `export.zip` and `truth.json` into a folder.
  public void write(Path folder) throws IOException {
    journal().write(Files.createDirectories(folder.resolve("journal")));
    export.write(folder.resolve("export.zip"));
    Files.writeString(folder.resolve("truth.json"), Truth.of(this));
  }

  /// The seed the life was made from.
  public long seed() {
    return seed;
  }
}
