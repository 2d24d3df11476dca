package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Moment;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.onnx.ColourPair;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service with a real broker, and a catalogue of songs.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunSongsIT {
  private static final int SONGS = 60;
  /// What the built-in encoder makes, and what pictures are looked for with: titles and lines.
  private static final int PARTS = Part.values().length + 2;

  /// One start of the service.
  private record Service(RunEmbedding days, RunSongs songs, MeterRegistry meters) {
    static Service start(EmbeddedBroker broker, Path clip) throws Exception {
      var meters = new SimpleMeterRegistry();
      var settings = new OwnSettings(broker.bootstrapServers(), clip);
      var days = new RunEmbedding(settings, new InMemoryModels(), meters);
      var songs = new RunSongs(settings, days, meters);
      days.start();
      songs.start();
      return new Service(days, songs, meters);
    }

    long waiting() throws InterruptedException {
      return songs.wholesWaiting() + songs.linesWaiting() + songs.picturesWaiting();
    }

    double embedded(Part part) {
      return meters
          .get(SearchMetric.SONGS_EMBEDDED.title())
          .tag("part", part.word())
          .counter()
          .count();
    }

    void stop() {
      songs.stop();
      days.stop();
    }
  }

  @Test
  void aCatalogueIsEmbeddedOnceHoweverOftenTheServiceEndsAndGoesWithItsUser(
      @TempDir Path folder, @TempDir Path pair) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder);
        KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test");
        TopicTable<SongEmbedded> vectors = vectors(broker)) {
      for (int i = 0; i < SONGS; i++) {
        write(writer, i);
      }
      writer.flush();
      Path clip = ColourPair.write(pair);
      Service first = Service.start(broker, clip);
      await(() -> vectors.all().size() > SONGS / 2);
      first.stop();

      Service second = Service.start(broker, clip);
      await(() -> vectors.all().size() == SONGS * PARTS && second.waiting() == 0);
      for (Part part : Part.values()) {
        // A turn that ended between its vectors and its count is in neither.
        assertTrue(first.embedded(part) + second.embedded(part) <= SONGS, part.word());
      }
      aDayIsEmbeddedToo(writer, second);

      var forgotten = new ForgottenVectors(new OwnSettings(broker.bootstrapServers()));
      Thread deleting = Thread.startVirtualThread(() -> forget(writer));
      List<Removed> removed = forgotten.await("haku", everything());
      deleting.join();
      assertEquals(List.of("days' vectors", "songs' vectors"), stores(removed));
      await(() -> vectors.all().isEmpty());
      second.stop();
    }
  }

  private static void aDayIsEmbeddedToo(KafkaEventWriter writer, Service service) throws Exception {
    Moment moment = new Moment("haku", LocalDate.of(2024, 3, 5), "Sat by the river.", List.of());
    writer.write(Topics.MOMENTS, moment.key(), moment);
    writer.flush();
    await(() -> service.days().waiting() == 0);
    writer.delete(Topics.MOMENTS, moment.key());
    writer.flush();
  }

  private static List<String> stores(List<Removed> removed) {
    return removed.stream().map(Removed::store).toList();
  }

  private static Wanted everything() {
    return new Wanted(true, false, Set.of(), Set.of(), Set.of(), true);
  }

  private static void forget(KafkaEventWriter writer) {
    for (int i = 0; i < SONGS; i++) {
      writer.delete(Topics.SONGS, "haku/s" + i);
      writer.delete(Topics.LYRICS, "haku/s" + i);
    }
    writer.flush();
  }

  private static void write(KafkaEventWriter writer, int number) {
    var song =
        SongDescribed.listed(
            "haku", "s" + number, new Song("Song " + number, "The Harbour Lights"));
    writer.write(Topics.SONGS, song.key(), song);
    String text =
        "On the %dth day I walked to the sea\nand came back as somebody else\n".formatted(number);
    LyricsKept lyrics = LyricsKept.of("haku", "s" + number, text.repeat(20));
    writer.write(Topics.LYRICS, lyrics.key(), lyrics);
  }

  private static TopicTable<SongEmbedded> vectors(EmbeddedBroker broker)
      throws InterruptedException {
    TopicCreation.ensure(broker.bootstrapServers());
    return new TopicTable<SongEmbedded>(
            broker.bootstrapServers(), "test-song-vectors", Topics.SONG_VECTORS, (_, _) -> {})
        .load(Duration.ofSeconds(30));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      LockSupport.parkNanos(20_000_000);
    }
  }
}
