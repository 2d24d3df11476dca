package io.chihiro.ingest.history;

import io.chihiro.events.EventWriter;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.SongAliased;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import java.util.List;
import java.util.Map;

/// What the owner says of plays, songs and days, and where it belongs.
public sealed interface Word {
  /// The topics of all words.
  List<Topic<?>> TOPICS =
      List.of(Topics.LISTENING_RULES, Topics.PLAY_CORRECTIONS, Topics.SONG_ALIASES);

  /// Where it belongs.
  Topic<?> topic();

  /// Its key there.
  String key();

  /// Writes it where it belongs.
  ///
  /// @param headers what goes beside it
  void write(EventWriter events, Map<String, String> headers);

  /// What counts, and when a day is.
  record Rules(ListeningRules said) implements Word {
    @Override
    public Topic<?> topic() {
      return Topics.LISTENING_RULES;
    }

    @Override
    public String key() {
      return said.key();
    }

    @Override
    public void write(EventWriter events, Map<String, String> headers) {
      events.write(Topics.LISTENING_RULES, key(), said, headers);
    }
  }

  /// How a play was in truth.
  record Correction(PlayCorrected said) implements Word {
    @Override
    public Topic<?> topic() {
      return Topics.PLAY_CORRECTIONS;
    }

    @Override
    public String key() {
      return said.key();
    }

    @Override
    public void write(EventWriter events, Map<String, String> headers) {
      events.write(Topics.PLAY_CORRECTIONS, key(), said, headers);
    }
  }

  /// Which spelling is which song.
  record Alias(SongAliased said) implements Word {
    @Override
    public Topic<?> topic() {
      return Topics.SONG_ALIASES;
    }

    @Override
    public String key() {
      return said.key();
    }

    @Override
    public void write(EventWriter events, Map<String, String> headers) {
      events.write(Topics.SONG_ALIASES, key(), said, headers);
    }
  }
}
