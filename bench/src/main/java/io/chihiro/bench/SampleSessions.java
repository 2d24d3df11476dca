package io.chihiro.bench;

import io.chihiro.models.sequences.Listen;
import io.chihiro.models.sequences.Sessions;
import io.chihiro.sample.SampleLife;
import java.util.List;

/// The sample life's listening sessions.
final class SampleSessions {
  private SampleSessions() {}

  /// Each session's songs, those of one song left out: nothing comes after it.
  static List<List<String>> read() {
    List<Listen> listens =
        SampleLife.fixed().export().listened().stream()
            .map(
                heard ->
                    new Listen(
                        heard.song().title() + " by " + heard.song().artist(),
                        heard.from(),
                        heard.to()))
            .toList();
    return Sessions.of(listens, Sessions.GAP).stream()
        .filter(session -> session.size() > 1)
        .toList();
  }
}
