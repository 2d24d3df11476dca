package io.chihiro.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.OwnersWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A listen as the API shows it.
///
/// @param play id of the play that is believed
/// @param date the local day it counts for
/// @param spelled the song as the source wrote it
/// @param verdict whether it counts, in words
/// @param doubles what other sources told of it
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HeardView(
    String play,
    LocalDate date,
    Instant endedAt,
    long msPlayed,
    String title,
    String artist,
    String spelled,
    Optional<String> spotifyUri,
    String source,
    String verdict,
    boolean mayTeach,
    List<DoubleView> doubles) {
  /// A play that another source tells better.
  public record DoubleView(
      String play,
      Instant endedAt,
      String spelled,
      String source,
      String reason,
      long secondsApart) {}

  static HeardView of(Listen listen, OwnersWord word) {
    HeardPlay told = listen.told();
    return new HeardView(
        told.play(),
        word.day(listen),
        told.endedAt(),
        told.milliseconds(),
        listen.song().title(),
        listen.song().artist(),
        told.song().display(),
        listen.spotifyUri(),
        source(told),
        word.rules().verdict(listen).words(),
        word.rules().mayTeach(listen),
        listen.doubles().stream().map(HeardView::of).toList());
  }

  private static DoubleView of(Listen.Doubled each) {
    HeardPlay play = each.play();
    return new DoubleView(
        play.play(),
        play.endedAt(),
        play.song().display(),
        source(play),
        each.reason().words(),
        each.secondsApart());
  }

  private static String source(HeardPlay play) {
    return play.source().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
