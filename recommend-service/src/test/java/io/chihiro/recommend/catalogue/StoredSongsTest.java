package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import io.chihiro.recommend.catalogue.SongCatalogue.Frozen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A catalogue that stands on an index on disk, beside its twin that lies in memory whole.
class StoredSongsTest {
  private static final int SONGS = 300;

  private final Path models;
  private final TwinCatalogues twins;
  private final SongCatalogue memory;
  private final SongCatalogue stored;

  StoredSongsTest(@TempDir Path models) {
    this.models = models;
    twins = new TwinCatalogues(models);
    memory = twins.memory;
    stored = twins.stored;
  }

  @Test
  void answersAreThoseOfMemory() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);

    assertEquals(0, stored.heldCount());
    twins.assertSame();
  }

  @Test
  void aGraphFindsNearlyTheSame() throws IOException {
    twins.fill(SONGS);
    twins.index(10);

    ByteVector vibe = twins.vector();
    List<String> wanted = TwinCatalogues.ids(memory.view().byVibe("vibe", vibe, 10));
    assertEquals(wanted, TwinCatalogues.ids(stored.view().byVibe("vibe", vibe, 10)));
    assertEquals(
        memory.view().byLine(vibe, Score.SUM, 5).getFirst().song().id(),
        stored.view().byLine(vibe, Score.SUM, 5).getFirst().song().id());
  }

  @Test
  void whatCameSinceIsFoundBesideIt() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    for (int song = SONGS - 10; song < SONGS + 10; song++) {
      twins.tell(song);
    }

    assertEquals(18, stored.heldCount(), "two were told what they were before");
    twins.assertSame();
    twins.index(Long.MAX_VALUE);
    assertEquals(0, stored.heldCount());
    twins.assertSame();
  }

  @Test
  void songsOfTheIndexAreFoundByPictureToo() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    ByteVector asTheFirst =
        ByteVector.of(
            ToldSongs.unit(
                new Random(ToldSongs.seenSeed("s0001", ToldSongs.title(1))), ToldSongs.SEEN_WIDTH));

    LineRanking.Hit found = stored.view().byPicture(asTheFirst, 0.24, Score.SUM, 5).getFirst();
    assertEquals("s0001", found.song().id());
    int place = found.lines().getFirst().place();
    assertEquals(List.of(ToldSongs.title(1)), found.song().picturedWords(List.of(place)));
    assertTrue(stored.picturedLineCount() > SONGS);
    assertEquals(0, stored.picturedLinesLeftOut());
    twins.both(
        catalogue ->
            catalogue.embed(
                "s0001",
                ToldSongs.seen(Part.TITLE),
                ToldSongs.seenVectors("s0001", Part.TITLE, "Other")));
    assertEquals(1, stored.heldCount());
    twins.assertSame();
    twins.index(Long.MAX_VALUE);
    twins.assertSame();
  }

  @Test
  void picturedLinesThatDoNotFitMakeRoomForThemselves() {
    SongCatalogue small =
        new SongCatalogue(new Bounds(10, ToldSongs.LINES), Optional.of(ToldSongs.PAIR));
    List<Integer> made = new ArrayList<>();
    small.roomBy(() -> made.add(small.heldCount()));
    for (int song = 1; song < 3; song++) {
      String words = ToldSongs.words(song);
      small.embed(
          ToldSongs.id(song),
          ToldSongs.seen(Part.LINES),
          ToldSongs.seenVectors(ToldSongs.id(song), Part.LINES, words));
    }

    assertEquals(List.of(1), made, "before the second song is taken in");
    assertEquals(ToldSongs.LINES, small.picturedLinesLeftOut(), "nobody has made any");
    assertFalse(small.isComplete(), "no index is made of less than all");
  }

  @Test
  void whatIsToldAgainStaysInTheIndex() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    stored.embed(
        "s0001",
        ToldSongs.seen(Part.TITLE),
        ToldSongs.seenVectors("s0001", Part.TITLE, ToldSongs.title(1)));
    stored.embed("s0001", ToldSongs.seen(Part.LYRICS), Optional.empty());
    stored.describe("s0001", ToldSongs.described("s0001", ToldSongs.title(1)));
    stored.embed(
        "s0001",
        ToldSongs.rest(Part.TITLE),
        ToldSongs.vectors("s0001", Part.TITLE, ToldSongs.title(1)));

    assertFalse(stored.differs());
  }

  @Test
  void whatHasGoneIsNotAnsweredAndThenNotThere() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    twins.both(catalogue -> catalogue.describe("s0007", Optional.empty()));
    twins.both(catalogue -> catalogue.keep("s0007", Optional.empty()));
    for (Part part : Part.values()) {
      twins.both(catalogue -> catalogue.embed("s0007", ToldSongs.rest(part), Optional.empty()));
      twins.both(catalogue -> catalogue.embed("s0007", ToldSongs.seen(part), Optional.empty()));
    }

    assertTrue(stored.hasLeft());
    assertEquals(Optional.empty(), stored.find("s0007"));
    twins.assertSame();
    StoredCatalogue made = twins.index(Long.MAX_VALUE);
    assertEquals(-1, made.find("s0007"));
    assertEquals(SONGS - 1, made.count());
    assertFalse(stored.hasLeft());
    twins.assertSame();
  }

  @Test
  void whatChangesWhileAnIndexIsMadeIsNotLost() throws IOException {
    twins.fill(SONGS);
    Frozen frozen = stored.freeze();
    twins.tell(3);
    twins.both(catalogue -> catalogue.describe("s0005", Optional.empty()));
    twins.tell(SONGS);
    stored.standOn(twins.written(frozen, Long.MAX_VALUE));

    assertEquals(3, stored.heldCount());
    twins.assertSame();
  }

  @Test
  void whatIsOffLimitsIsNotMetAlsoInTheIndex() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    Set<String> forbidden = Set.of(new Song(ToldSongs.title(9), "The Harbour Lights").identity());

    assertTrue(stored.view(forbidden).find("s0009").isEmpty());
    assertEquals(SONGS - 8, stored.view(forbidden).size(), "eight songs are called so");
    assertEquals(
        TwinCatalogues.ids(memory.view(forbidden).byVibe("vibe", ToldSongs.vector(9), 10)),
        TwinCatalogues.ids(stored.view(forbidden).byVibe("vibe", ToldSongs.vector(9), 10)));
  }

  @Test
  void songsThatNobodyTellsOfAnyMoreAreLetGo() throws IOException {
    twins.fill(SONGS);
    ToldAnew told = new ToldAnew(twins.index(Long.MAX_VALUE));
    for (int song = 1; song < SONGS; song++) {
      told.note("songs", ToldSongs.id(song), true);
      told.note("lyrics", ToldSongs.id(song), song != 2);
    }
    told.leaveUntold(stored);

    assertTrue(stored.find("s0000").isEmpty());
    assertEquals(0, stored.find("s0002").orElseThrow().lines().size());
    assertEquals(ToldSongs.LINES, stored.find("s0003").orElseThrow().lines().size());
  }

  @Test
  void aBrokenIndexIsNamedAndTheOneBeforeIsOpened() throws IOException {
    twins.fill(SONGS);
    twins.index(Long.MAX_VALUE);
    twins.pass(Duration.ofSeconds(1));
    twins.index(Long.MAX_VALUE);
    Path latest = twins.versions().getLast();
    Files.write(latest.resolve("songs"), new byte[] {1}, StandardOpenOption.WRITE);

    BrokenModelException broken =
        assertThrows(BrokenModelException.class, () -> StoredCatalogue.open(latest));
    assertTrue(String.valueOf(broken.getMessage()).contains("songs is not what was written"));
    assertEquals(SONGS, twins.store().open("owner", _ -> true).orElseThrow().count());
    Files.delete(latest.resolve(CatalogueCard.FILE));
    assertEquals(SONGS, twins.store().open("owner", _ -> true).orElseThrow().count());
  }

  @Test
  void itsFilesAreForTheirOwnerAlone() throws IOException {
    twins.fill(3);
    twins.index(Long.MAX_VALUE);

    try (Stream<Path> all = Files.walk(models.resolve("catalogues"))) {
      for (Path each : all.toList()) {
        String owners = Files.isDirectory(each) ? "rwx------" : "rw-------";
        String own = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        assertEquals(owners, own, each.toString());
      }
    }
  }

  @Test
  void anIndexOfSomebodyElseIsNoUse() throws IOException {
    twins.fill(3);
    CatalogueCard card = twins.index(Long.MAX_VALUE).card();

    Optional<String> none = Optional.empty();
    assertTrue(card.isOf("owner", "broker", Map.of(), none));
    assertFalse(card.isOf("haku", "broker", Map.of(), none));
    assertFalse(card.isOf("owner", "another", Map.of(), none));
    assertTrue(card.isOf("owner", "broker", Map.of(), Optional.of(ToldSongs.PAIR)));
    assertFalse(card.isOf("owner", "broker", Map.of(), Optional.of("another pair")));
    assertTrue(card.hearsOfDeletions(twins.now().plusSeconds(3600)));
    assertFalse(card.hearsOfDeletions(twins.now().plusSeconds(86_400)));
  }

  @Test
  void onlySoManyVersionsAreKept() throws IOException {
    twins.fill(3);
    for (int version = 0; version < 3; version++) {
      twins.pass(Duration.ofMinutes(-1));
      twins.index(Long.MAX_VALUE);
    }
    twins.store().keepLatest("owner", 2);

    assertEquals(2, twins.versions().size());
    assertEquals(2, twins.store().drop("owner"));
    assertFalse(Files.exists(models.resolve("catalogues/of-owner")));
  }
}
