package io.chihiro.bench;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Song;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/// Plays on their topic, as an import would have left them: eighty a day, of four thousand songs.
///
/// @param count how many
/// @param users among whom they are dealt out, one after the other
/// @param partitions of every topic
record PreloadedPlays(int count, int users, int partitions) {
  private static final long SEED = 5;
  private static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(80);
  private static final int SONGS = 4_000;

  void write(String bootstrapServers) {
    TopicCreation.ensure(bootstrapServers, partitions);
    Random random = new Random(SEED);
    try (KafkaEventWriter writer = new KafkaEventWriter(bootstrapServers, "bench")) {
      for (int i = 0; i < count; i++) {
        TrackPlayed play = play(user(i), i / users, random);
        writer.write(Topics.PLAYS, play.key(), play);
      }
      writer.flush();
    }
  }

  private String user(int number) {
    return users == 1 ? GeneratedLife.OWNER : "user" + number % users;
  }

  private static TrackPlayed play(String user, int number, Random random) {
    double often = random.nextDouble();
    int song = (int) (SONGS * often * often);
    Instant endedAt = FIRST.plus(BETWEEN.multipliedBy(number));
    return new TrackPlayed(
        user,
        // As the import names them: when, how long, and a hash of what.
        "%d-190000-%016x".formatted(endedAt.getEpochSecond(), random.nextLong()),
        new Song("Song No. " + song, "Artist No. " + song % 400),
        Optional.of("Album No. " + song % 900),
        Optional.of("spotify:track:%022d".formatted(song)),
        endedAt,
        190_000,
        Optional.of("trackdone"),
        Optional.of("trackdone"),
        false,
        Optional.of("PT"),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
