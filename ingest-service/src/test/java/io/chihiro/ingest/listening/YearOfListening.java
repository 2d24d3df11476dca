package io.chihiro.ingest.listening;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// One and the same listening as four sources tell it, each in its own way, and the truth of it.
///
/// Songs are repeated back to back, skipped, paused and faded into each other. The extended export
/// tells all of it; account data to the minute; Last.fm the start, the second half decides whether
/// at all, under rewritten names; live polls the end, with gaps.
public final class YearOfListening {
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final int SONGS = 600;
  private static final int COUNTING_MS = 30_000;

  /// What truly happened.
  ///
  /// @param milliseconds heard
  record Heard(int song, Instant start, Instant end, long milliseconds, long length) {}

  private final Random random;
  private final List<Heard> heard = new ArrayList<>();

  /// So many days of it, always the same for a seed.
  public YearOfListening(long seed, int days) {
    this.random = new Random(seed);
    for (int day = 0; day < days; day++) {
      listen(FIRST.plus(day, ChronoUnit.DAYS).plusSeconds(random.nextInt(20_000)));
    }
  }

  private void listen(Instant begin) {
    Instant now = begin;
    int left = 30 + random.nextInt(50);
    while (left > 0) {
      int song = (int) (SONGS * Math.pow(random.nextDouble(), 2));
      int times = random.nextInt(6) == 0 ? 2 + random.nextInt(8) : 1;
      for (int i = 0; i < times; i++, left--) {
        now = hear(song, now);
      }
      now = now.plusSeconds(random.nextInt(5) == 0 ? random.nextInt(1_200) : random.nextInt(3));
    }
  }

  private Instant hear(int song, Instant start) {
    long length = 90_000 + (song * 7_919L) % 240_000;
    long milliseconds =
        switch (random.nextInt(10)) {
          case 0 -> 1_000 + random.nextInt(28_000);
          case 1 -> 31_000 + random.nextInt((int) length - 31_000);
          case 2 -> length - random.nextInt(9_000);
          default -> length;
        };
    long paused = random.nextInt(25) == 0 ? random.nextInt(100_000) : 0;
    Instant end = start.plusMillis(milliseconds + paused).truncatedTo(ChronoUnit.SECONDS);
    heard.add(new Heard(song, start, end, milliseconds, length));
    return end.plusMillis(random.nextInt(900));
  }

  /// How many listens count.
  public long counting() {
    return heard.stream().filter(each -> each.milliseconds() >= COUNTING_MS).count();
  }

  /// What happened, for comparison.
  List<Heard> truth() {
    return heard;
  }

  /// What all four tell.
  public List<TrackPlayed> everything() {
    return sources().stream().flatMap(List::stream).toList();
  }

  /// What each of the four tells.
  public List<List<TrackPlayed>> sources() {
    return List.of(exported(), account(), scrobbled(), live());
  }

  private List<TrackPlayed> exported() {
    return heard.stream()
        .map(
            each ->
                ToldPlays.told(
                    Source.SPOTIFY_EXTENDED_HISTORY,
                    spotify(each.song()),
                    each.end(),
                    each.milliseconds()))
        .toList();
  }

  private List<TrackPlayed> account() {
    return heard.stream()
        .map(
            each ->
                ToldPlays.told(
                    Source.SPOTIFY_ACCOUNT_DATA,
                    spotify(each.song()),
                    each.end().truncatedTo(ChronoUnit.MINUTES),
                    each.milliseconds()))
        .toList();
  }

  private List<TrackPlayed> scrobbled() {
    return heard.stream()
        .filter(each -> each.milliseconds() >= Math.min(each.length() / 2, 240_000))
        .filter(_ -> random.nextInt(100) > 0)
        .map(each -> scrobbled(each, each.start().plusSeconds(random.nextInt(2))))
        .toList();
  }

  private static TrackPlayed scrobbled(Heard each, Instant start) {
    return ToldPlays.told(Source.LAST_FM, lastFm(each.song()), start, 0);
  }

  private List<TrackPlayed> live() {
    return heard.stream()
        .filter(each -> each.milliseconds() >= COUNTING_MS)
        .filter(each -> Duration.between(FIRST, each.end()).toHours() % 200 > 6)
        .map(each -> live(each, each.end().plusMillis(random.nextInt(1_500))))
        .toList();
  }

  private static TrackPlayed live(Heard each, Instant playedAt) {
    return ToldPlays.told(Source.SPOTIFY_API, spotify(each.song()), playedAt, each.length());
  }

  /// As Spotify writes it.
  static Song spotify(int number) {
    return switch (number % 6) {
      case 0 -> new Song("Señorita No. " + number + " - Remastered 2011", "The Waves");
      case 1 -> new Song("Harbour No. " + number + " (feat. Ana Moura)", "Low Tide");
      case 2 -> new Song("Can’t Sleep No. " + number, "Salt & Sand");
      default -> new Song("Song No. " + number, "Artist No. " + number % 40);
    };
  }

  private static Song lastFm(int number) {
    return switch (number % 6) {
      case 0 -> new Song("Senorita No. " + number, "The Waves");
      case 1 -> new Song("Harbour No. " + number, "Low Tide feat. Ana Moura");
      case 2 -> new Song("Can't sleep no. " + number, "Salt and Sand");
      default -> new Song("Song No. " + number, "Artist No. " + number % 40);
    };
  }

  /// What is told by some of the four: bit by bit.
  List<TrackPlayed> of(int which) {
    List<List<TrackPlayed>> all = sources();
    return Stream.of(0, 1, 2, 3)
        .filter(source -> (which >> source & 1) == 1)
        .flatMap(source -> all.get(source).stream())
        .toList();
  }
}
