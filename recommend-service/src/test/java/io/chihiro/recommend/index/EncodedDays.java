package io.chihiro.recommend.index;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/// Days of a made-up life, each with a song of its own and one that runs through all of them.
public final class EncodedDays {
  private static final List<String> SUBJECTS =
      List.of("The harbour", "My sister", "The rain", "A letter", "The night bus", "An old song");
  private static final List<String> VERBS =
      List.of("made me glad", "kept me awake", "felt far away", "was all I had", "came back");
  private static final List<String> ENDS =
      List.of(
          "until morning.", "in the kitchen.", "and I said nothing.", "as if for the first time.");

  private EncodedDays() {}

  /// So many days, oldest first.
  public static List<Moment> moments(int count) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<SongPlays> songs =
          List.of(DayRecords.song("Song " + i % 23, 3 + i % 5), DayRecords.song("Always", 3));
      moments.add(new Moment("owner", DayRecords.DAY.plusDays(i), text(i), songs));
    }
    return moments;
  }

  private static String text(int day) {
    return SUBJECTS.get(day % SUBJECTS.size())
        + " "
        + VERBS.get(day % VERBS.size())
        + " "
        + ENDS.get(day % ENDS.size());
  }

  /// A day's vectors, as the encoder sees it.
  public static TextEmbedded vectors(Moment moment, TextEncoder encoder) {
    UnitVector vector = UnitVector.of(encoder.encode(moment.text()));
    int end = moment.text().length();
    return new TextEmbedded(
        moment.user(),
        moment.date(),
        encoder.version(),
        TextHash.of(moment.text()),
        List.of(
            new Passage(Grain.DAY, 0, end, vector), new Passage(Grain.SENTENCE, 0, end, vector)));
  }
}
