package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.recommend.catalogue.CatalogueSource;
import io.chihiro.recommend.catalogue.CatalogueStore;
import io.chihiro.recommend.catalogue.Catalogues;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How long somebody waits for songs after a restart, without an index and with one. Only when
/// asked for: `-Dchihiro.restart.songs=20000`.
@EnabledIfSystemProperty(named = "chihiro.restart.songs", matches = "[0-9]+")
class RestartIT {
  private static final Logger LOG = Logger.getLogger(RestartIT.class);
  private static final int LINES = 20;

  @TempDir Path folder;

  @Test
  void aRestartReadsTheIndexInsteadOfTheTopics() throws Exception {
    int songs = Integer.getInteger("chihiro.restart.songs");
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
        KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "restart")) {
      TopicCreation.ensure(broker.bootstrapServers());
      new MadeUpSongs(writer, 384, LINES).write("owner", 0, songs);
      Bounds all = new Bounds(songs, songs * LINES);
      Bounds some = new Bounds(10_000, 200_000);
      Duration inMemory = opened(broker, folder.resolve("none"), all, Integer.MAX_VALUE, songs);
      Duration first = opened(broker, folder.resolve("models"), some, 1_000, songs);
      Duration again = opened(broker, folder.resolve("models"), some, 1_000, songs);
      LOG.infof(
          "%,d songs of %d lines: %,d ms into memory; %,d ms into an index, %,d ms from it",
          songs, LINES, inMemory.toMillis(), first.toMillis(), again.toMillis());
    }
  }

  private static Duration opened(
      EmbeddedBroker broker, Path models, Bounds bounds, int indexFrom, int songs)
      throws InterruptedException {
    InstantSource clock = InstantSource.system();
    var source =
        new CatalogueSource(
            broker.bootstrapServers(),
            bounds,
            new CatalogueStore(models, Optional.empty(), clock),
            indexFrom,
            Long.MAX_VALUE,
            clock);
    long beganNanos = System.nanoTime();
    try (Catalogues catalogues = new Catalogues(source, 1)) {
      while (true) {
        try {
          assertEquals(songs, catalogues.of("owner").view().size());
          Duration taken = Duration.ofNanos(System.nanoTime() - beganNanos);
          catalogues.tend();
          return taken;
        } catch (RefusedException _) {
          Thread.sleep(20);
        }
      }
    }
  }
}
