package io.chihiro.recommend.index;

import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.events.Wire;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.index.DayChange.Half;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Records as they travel, with vectors of two numbers.
public final class DayRecords {
  public static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  private DayRecords() {}

  /// A song of nobody, played so often.
  public static SongPlays song(String title, int plays) {
    return new SongPlays(new Song(title, "Nobody"), plays, Optional.empty());
  }

  /// A vector whose cosine with `{1, 0}` is given.
  public static UnitVector vector(double similarity) {
    double rest = Math.sqrt(1 - similarity * similarity);
    return UnitVector.of(new float[] {(float) similarity, (float) rest});
  }

  /// A moment that comes.
  public static DayChange moment(String user, LocalDate date, String text, SongPlays... songs) {
    String key = Keys.of(user, date.toString());
    var moment = new Moment(user, date, text, List.of(songs));
    return new DayChange(Half.MOMENT, key, Optional.of(Wire.write(key, moment)));
  }

  /// The vectors of a text under the version that ships with the program, which come.
  public static DayChange vectors(String user, LocalDate date, String text) {
    return vectors(user, date, text, SentenceEncoder.VERSION);
  }

  /// The vectors of a text under a version, which come.
  public static DayChange vectors(String user, LocalDate date, String text, String version) {
    Passage whole = new Passage(Grain.DAY, 0, text.length(), vector(0.5));
    var embedded = new TextEmbedded(user, date, version, TextHash.of(text), List.of(whole));
    return new DayChange(
        Half.VECTORS, embedded.key(), Optional.of(Wire.write(embedded.key(), embedded)));
  }

  /// Half a day that is taken back.
  public static DayChange takenBack(Half half, String user, LocalDate date) {
    String day = Keys.of(user, date.toString());
    String key = half == Half.MOMENT ? day : day + "/" + SentenceEncoder.VERSION;
    return new DayChange(half, key, Optional.empty());
  }
}
