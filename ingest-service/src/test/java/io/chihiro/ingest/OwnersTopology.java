package io.chihiro.ingest;

import io.chihiro.events.ListeningRules;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.listening.ToldPlays;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// A day with text and plays, and an owner who has something to say of them.
abstract class OwnersTopology extends DrivenTopology {
  static final String DAY = "owner/2024-03-05";

  /// A day with text on which these songs were heard, one after the other.
  final void day(Song... heard) {
    write("a", "2024-03-05", "A day.");
    hear(heard);
  }

  final void hear(Song... heard) {
    for (int i = 0; i < heard.length; i++) {
      send(played(heard[i], i));
    }
  }

  static TrackPlayed played(Song song, int number) {
    return told(Source.SPOTIFY_EXTENDED_HISTORY, song, number);
  }

  static TrackPlayed told(Source source, Song song, int number) {
    return ToldPlays.told(source, song, NOON.plusSeconds(300L * number), 180_000);
  }

  /// The songs of a day now, each with its plays.
  final List<String> songsOn(String day) {
    return songs(latest(), day);
  }

  static List<String> songs(Map<String, Moment> moments, String day) {
    return Objects.requireNonNull(moments.get(day), day).songs().stream()
        .map(OwnersTopology::line)
        .toList();
  }

  private static String line(SongPlays song) {
    return song.song().title() + " " + song.plays();
  }

  /// The owner says that a song is another.
  final void alias(String identity, Song song) {
    say(Topics.SONG_ALIASES, "owner/" + identity, new SongAliased("owner", identity, song));
  }

  final void rules(Consumer<Rules> saying) {
    Rules rules = new Rules();
    saying.accept(rules);
    say(Topics.LISTENING_RULES, "owner/rules", rules.said());
  }

  final void correct(TrackPlayed play, Consumer<Word> saying) {
    Word word = new Word();
    saying.accept(word);
    PlayCorrected said = word.of(play);
    say(Topics.PLAY_CORRECTIONS, said.key(), said);
  }

  /// What the owner says of a play.
  static final class Word {
    boolean deleted;
    boolean secret;
    Optional<Instant> endedAt = Optional.empty();

    private PlayCorrected of(TrackPlayed play) {
      return new PlayCorrected(
          "owner",
          play.play(),
          play.endedAt(),
          deleted,
          secret,
          false,
          Optional.empty(),
          endedAt,
          Optional.empty());
    }
  }

  /// What the owner says of all listening; the rest is as the installation has it.
  static final class Rules {
    Optional<String> zones = Optional.empty();
    Optional<LocalTime> dayEndsAt = Optional.empty();
    Optional<Integer> shortestPlaySeconds = Optional.empty();
    Optional<Boolean> secretCounts = Optional.empty();
    Optional<Boolean> apiPlaysTeach = Optional.empty();

    private ListeningRules said() {
      return new ListeningRules(
          "owner",
          zones,
          dayEndsAt,
          Optional.empty(),
          shortestPlaySeconds,
          Optional.empty(),
          secretCounts,
          Optional.empty(),
          apiPlaysTeach);
    }
  }
}
