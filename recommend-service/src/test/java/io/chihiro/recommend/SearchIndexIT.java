package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.models.ByteVector;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.CatalogueSource;
import io.chihiro.recommend.catalogue.CatalogueStore;
import io.chihiro.recommend.catalogue.Catalogues;
import io.chihiro.recommend.catalogue.CompareEncoders;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Catalogues larger than what is held in memory, with a real broker: read, laid on disk, opened
/// again, and forgotten.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexIT {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int SONGS = 250;

  /// A tenth of the songs.
  private static final Bounds BOUNDS = new Bounds(25, 1_000);

  private EmbeddedBroker broker;
  private KafkaEventWriter writer;
  private MadeUpSongs told;
  private Path home;
  private Path models;
  private Duration later = Duration.ZERO;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    home = folder;
    broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
    TopicCreation.ensure(broker.bootstrapServers());
    writer = new KafkaEventWriter(broker.bootstrapServers(), "search-index");
    told = new MadeUpSongs(writer, 16, 2);
    for (String user : List.of("owner", "haku", "lin")) {
      told.write(user, 0, SONGS);
    }
  }

  @AfterAll
  void stop() {
    writer.close();
    broker.close();
  }

  @BeforeEach
  void emptied() throws IOException {
    models = Files.createTempDirectory(home, "models");
    later = Duration.ZERO;
  }

  @Test
  void aCatalogueThatOutgrowsMemoryIsSearchedWhole() throws Exception {
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "owner"));
      assertFound(catalogues, "owner", 0);
      assertFound(catalogues, "owner", SONGS - 1);
      assertEquals(0, catalogues.of("owner").songsLeftOut());
      assertEquals(SONGS * 2L, catalogues.of("owner").lineCount());
    }
  }

  @Test
  void aRestartGoesOnWhereTheIndexEnds() throws Exception {
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "owner"));
      settle(catalogues);
    }
    told.write("owner", SONGS, SONGS + 1);
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS + 1, songs(catalogues, "owner"));
      assertFound(catalogues, "owner", SONGS);
      told.delete("owner", SONGS);
      await(catalogues, "owner", SONGS);
    }
  }

  @Test
  void whatWasDeletedLongAgoIsNotFoundInAnOldIndex() throws Exception {
    told.write("owner", SONGS + 1, SONGS + 2);
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS + 1, songs(catalogues, "owner"));
      settle(catalogues);
    }
    told.delete("owner", SONGS + 1);
    later = Duration.ofDays(2);
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "owner"));
      assertFound(catalogues, "owner", 7);
    }
  }

  @Test
  void aForgottenSongLeavesTheFilesToo() throws Exception {
    told.write("haku", SONGS, SONGS + 1);
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS + 1, songs(catalogues, "haku"));
      settle(catalogues);
      told.delete("haku", SONGS);

      assertTrue(catalogues.forgetGone("haku"));
      assertEquals(SONGS, songs(catalogues, "haku"));
      assertEquals(1, versions("of-haku").size(), "no earlier version holds it");
      assertFalse(catalogues.forgetGone("haku"), "doing it again changes nothing");
      assertFalse(catalogues.forgetGone("nobody"));
    }
  }

  @Test
  void aForgottenUserLeavesNoIndex() throws Exception {
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "haku"));

      assertTrue(catalogues.forget("haku") > 0);
      assertFalse(Files.exists(models.resolve("catalogues/of-haku")));
      assertEquals(0, catalogues.forget("haku"));
    }
  }

  @Test
  void aBrokenIndexDoesNotKeepAnybodyFromSearching() throws Exception {
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "owner"));
    }
    for (Path version : versions("of-owner")) {
      Files.write(version.resolve("lines/codes"), new byte[] {1}, StandardOpenOption.WRITE);
    }
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "owner"));
      assertFound(catalogues, "owner", 5);
    }
  }

  @Test
  void theFirstPictureBringsWhatItIsComparedWithIntoTheIndexForGood() throws Exception {
    told.write("zeniba", 0, SONGS);
    told.writeForPictures("zeniba", 0, SONGS);
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "zeniba"));
      settle(catalogues);
      assertEquals(0, catalogues.of("zeniba").picturedLineCount());

      catalogues.findByPictures(MadeUpSongs.PAIR);
      assertEquals(SONGS, songs(catalogues, "zeniba"));
      assertPictured(catalogues, SONGS);
      settle(catalogues);
    }
    told.write("zeniba", SONGS, SONGS + 1);
    told.writeForPictures("zeniba", SONGS, SONGS + 1);
    try (Catalogues catalogues = catalogues(2)) {
      // Nobody has shown a picture since the restart.
      assertEquals(SONGS + 1, songs(catalogues, "zeniba"));
      assertPictured(catalogues, SONGS + 1);
      catalogues.findByPictures("another pair");
      assertEquals(SONGS + 1, songs(catalogues, "zeniba"));
      assertEquals(0, catalogues.of("zeniba").picturedLineCount());
    }
  }

  // Two lines each, and the title.
  private void assertPictured(Catalogues catalogues, int songs) throws InterruptedException {
    var catalogue = catalogues.of("zeniba");
    assertEquals(songs * 3L, catalogue.picturedLineCount());
    assertEquals(0, catalogue.picturedLinesLeftOut());
    float[] numbers = new float[16];
    numbers[3] = 1;
    var hit = catalogue.view().byPicture(ByteVector.of(numbers), 0.24, Score.SUM, 5).getFirst();
    List<String> words = hit.song().picturedWords(List.of(0, 1, 2));
    int number = Integer.parseInt(hit.song().id().substring(1));
    assertEquals(List.of("line 0 of " + number, "line 1 of " + number, "Song " + number), words);
  }

  @Test
  void songsToCompareEncodersByAreDrawnFromTheIndexWithTheirWords() throws Exception {
    try (Catalogues catalogues = catalogues(2)) {
      assertEquals(SONGS, songs(catalogues, "lin"));
      var view = catalogues.of("lin").view();
      assertEquals(SONGS, view.ids().size());
      List<CatalogueSong> sample = CompareEncoders.sample(view.songs());

      assertEquals(120, sample.stream().map(CatalogueSong::id).distinct().count());
      assertTrue(sample.stream().allMatch(song -> song.wordsAndTitle().contains("line 1 of ")));
    }
  }

  @Test
  void severalLargeCataloguesAreReadToTheEndInTurn() throws Exception {
    try (Catalogues catalogues = catalogues(1)) {
      for (int round = 0; round < 2; round++) {
        for (String user : List.of("owner", "haku", "lin")) {
          assertEquals(SONGS, songs(catalogues, user));
        }
      }
    }
  }

  // Whoever is told to try again does.
  private static long songs(Catalogues catalogues, String user) throws InterruptedException {
    for (int time = 0; time < 1_200; time++) {
      try {
        return catalogues.of(user).view().size();
      } catch (RefusedException _) {
        Thread.sleep(LOOK);
      }
    }
    throw new AssertionError("the songs of " + user + " are never read to the end");
  }

  // As much as waits is laid into the index, and it is known to be read to the end.
  private void settle(Catalogues catalogues) throws InterruptedException {
    Duration before = later;
    later = Duration.ofDays(1);
    catalogues.tend();
    later = before;
  }

  private void await(Catalogues catalogues, String user, long songs) throws InterruptedException {
    while (songs(catalogues, user) != songs) {
      Thread.sleep(LOOK);
    }
  }

  private void assertFound(Catalogues catalogues, String user, int song)
      throws InterruptedException {
    var view = catalogues.of(user).view();
    var found = view.find(MadeUpSongs.id(song)).orElseThrow();
    ByteVector own = found.title().orElseThrow();
    assertTrue(
        view.byVibe("anything", own, 5).songs().stream()
            .anyMatch(hit -> hit.song().id().equals(MadeUpSongs.id(song))));
    assertEquals("line 1 of " + song, found.words(List.of(1)).getFirst());
  }

  private List<Path> versions(String folder) throws IOException {
    try (Stream<Path> all = Files.list(models.resolve("catalogues").resolve(folder))) {
      return all.toList();
    }
  }

  private Catalogues catalogues(int users) {
    InstantSource clock = () -> Instant.now().plus(later);
    return new Catalogues(
        new CatalogueSource(
            broker.bootstrapServers(),
            BOUNDS,
            new CatalogueStore(models, Optional.empty(), clock),
            10,
            Long.MAX_VALUE,
            clock),
        users);
  }
}
