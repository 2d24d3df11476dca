package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.index.FileSum;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import io.chihiro.recommend.catalogue.SongCatalogue.Frozen;
import io.chihiro.recommend.catalogue.VibeRanking.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A catalogue that stands on an index on disk, beside its twin that lies in memory whole.
class StoredSongsTest {
  private static final int SONGS = 300;
  private static final int WIDTH = 32;
  private static final int LINES = 3;
  private static final String PAIR = "clip-1";

  /// Pictures and sentences have vectors of their own.
  private static final int SEEN_WIDTH = 16;

  @TempDir Path models;

  private final Random random = new Random(7);
  private final SongCatalogue memory = catalogue();
  private final SongCatalogue stored = catalogue();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void answersAreThoseOfMemory() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);

    assertEquals(0, stored.heldCount());
    assertSame();
  }

  @Test
  void aGraphFindsNearlyTheSame() throws IOException {
    fill(SONGS);
    index(10);

    ByteVector vibe = vector();
    List<String> wanted = ids(memory.view().byVibe("vibe", vibe, 10));
    assertEquals(wanted, ids(stored.view().byVibe("vibe", vibe, 10)));
    assertEquals(
        memory.view().byLine(vibe, Score.SUM, 5).getFirst().song().id(),
        stored.view().byLine(vibe, Score.SUM, 5).getFirst().song().id());
  }

  @Test
  void whatCameSinceIsFoundBesideIt() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    for (int song = SONGS - 10; song < SONGS + 10; song++) {
      tell(song);
    }

    assertEquals(18, stored.heldCount(), "two were told what they were before");
    assertSame();
    index(Long.MAX_VALUE);
    assertEquals(0, stored.heldCount());
    assertSame();
  }

  @Test
  void songsOfTheIndexAreFoundByPictureToo() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    ByteVector asTheFirst =
        ByteVector.of(unit(new Random(seenSeed("s0001", title(1))), SEEN_WIDTH));

    LineRanking.Hit found = stored.view().byPicture(asTheFirst, 0.24, Score.SUM, 5).getFirst();
    assertEquals("s0001", found.song().id());
    int place = found.lines().getFirst().place();
    assertEquals(List.of(title(1)), found.song().picturedWords(List.of(place)));
    assertTrue(stored.picturedLineCount() > SONGS);
    assertEquals(0, stored.picturedLinesLeftOut());
    both(
        catalogue ->
            catalogue.embed("s0001", seen(Part.TITLE), seenVectors("s0001", Part.TITLE, "Other")));
    assertEquals(1, stored.heldCount());
    assertSame();
    index(Long.MAX_VALUE);
    assertSame();
  }

  @Test
  void picturedLinesThatDoNotFitMakeRoomForThemselves() {
    SongCatalogue small = new SongCatalogue(new Bounds(10, LINES), Optional.of(PAIR));
    List<Integer> made = new ArrayList<>();
    small.roomBy(() -> made.add(small.heldCount()));
    for (int song = 1; song < 3; song++) {
      String words = words(song);
      small.embed(id(song), seen(Part.LINES), seenVectors(id(song), Part.LINES, words));
    }

    assertEquals(List.of(1), made, "before the second song is taken in");
    assertEquals(LINES, small.picturedLinesLeftOut(), "nobody has made any");
    assertFalse(small.isComplete(), "no index is made of less than all");
  }

  @Test
  void whatIsToldAgainStaysInTheIndex() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    stored.embed("s0001", seen(Part.TITLE), seenVectors("s0001", Part.TITLE, title(1)));
    stored.embed("s0001", seen(Part.LYRICS), Optional.empty());
    stored.describe("s0001", described("s0001", title(1)));
    stored.embed("s0001", rest(Part.TITLE), vectors("s0001", Part.TITLE, title(1)));

    assertFalse(stored.differs());
  }

  @Test
  void whatHasGoneIsNotAnsweredAndThenNotThere() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    both(catalogue -> catalogue.describe("s0007", Optional.empty()));
    both(catalogue -> catalogue.keep("s0007", Optional.empty()));
    for (Part part : Part.values()) {
      both(catalogue -> catalogue.embed("s0007", rest(part), Optional.empty()));
      both(catalogue -> catalogue.embed("s0007", seen(part), Optional.empty()));
    }

    assertTrue(stored.hasLeft());
    assertEquals(Optional.empty(), stored.find("s0007"));
    assertSame();
    StoredCatalogue made = index(Long.MAX_VALUE);
    assertEquals(-1, made.find("s0007"));
    assertEquals(SONGS - 1, made.count());
    assertFalse(stored.hasLeft());
    assertSame();
  }

  @Test
  void whatChangesWhileAnIndexIsMadeIsNotLost() throws IOException {
    fill(SONGS);
    Frozen frozen = stored.freeze();
    tell(3);
    both(catalogue -> catalogue.describe("s0005", Optional.empty()));
    tell(SONGS);
    stored.standOn(written(frozen, Long.MAX_VALUE));

    assertEquals(3, stored.heldCount());
    assertSame();
  }

  @Test
  void whatIsOffLimitsIsNotMetAlsoInTheIndex() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    Set<String> forbidden = Set.of(new Song(title(9), "The Harbour Lights").identity());

    assertTrue(stored.view(forbidden).find("s0009").isEmpty());
    assertEquals(SONGS - 8, stored.view(forbidden).size(), "eight songs are called so");
    assertEquals(
        ids(memory.view(forbidden).byVibe("vibe", vector(9), 10)),
        ids(stored.view(forbidden).byVibe("vibe", vector(9), 10)));
  }

  @Test
  void songsThatNobodyTellsOfAnyMoreAreLetGo() throws IOException {
    fill(SONGS);
    ToldAnew told = new ToldAnew(index(Long.MAX_VALUE));
    for (int song = 1; song < SONGS; song++) {
      told.note("songs", id(song), true);
      told.note("lyrics", id(song), song != 2);
    }
    told.leaveUntold(stored);

    assertTrue(stored.find("s0000").isEmpty());
    assertEquals(0, stored.find("s0002").orElseThrow().lines().size());
    assertEquals(LINES, stored.find("s0003").orElseThrow().lines().size());
  }

  @Test
  void aBrokenIndexIsNamedAndTheOneBeforeIsOpened() throws IOException {
    fill(SONGS);
    index(Long.MAX_VALUE);
    now = now.plusSeconds(1);
    index(Long.MAX_VALUE);
    Path latest = versions().getLast();
    Files.write(latest.resolve("songs"), new byte[] {1}, StandardOpenOption.WRITE);

    BrokenModelException broken =
        assertThrows(BrokenModelException.class, () -> StoredCatalogue.open(latest));
    assertTrue(String.valueOf(broken.getMessage()).contains("songs is not what was written"));
    assertEquals(SONGS, store().open("owner", _ -> true).orElseThrow().count());
    Files.delete(latest.resolve(CatalogueCard.FILE));
    assertEquals(SONGS, store().open("owner", _ -> true).orElseThrow().count());
  }

  @Test
  void itsFilesAreForTheirOwnerAlone() throws IOException {
    fill(3);
    index(Long.MAX_VALUE);

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
    fill(3);
    CatalogueCard card = index(Long.MAX_VALUE).card();

    Optional<String> none = Optional.empty();
    assertTrue(card.isOf("owner", "broker", Map.of(), none));
    assertFalse(card.isOf("haku", "broker", Map.of(), none));
    assertFalse(card.isOf("owner", "another", Map.of(), none));
    assertTrue(card.isOf("owner", "broker", Map.of(), Optional.of(PAIR)));
    assertFalse(card.isOf("owner", "broker", Map.of(), Optional.of("another pair")));
    assertTrue(card.hearsOfDeletions(now.plusSeconds(3600)));
    assertFalse(card.hearsOfDeletions(now.plusSeconds(86_400)));
  }

  @Test
  void onlySoManyVersionsAreKept() throws IOException {
    fill(3);
    for (int version = 0; version < 3; version++) {
      now = now.minusSeconds(60);
      index(Long.MAX_VALUE);
    }
    store().keepLatest("owner", 2);

    assertEquals(2, versions().size());
    assertEquals(2, store().drop("owner"));
    assertFalse(Files.exists(models.resolve("catalogues/of-owner")));
  }

  private void assertSame() {
    for (int time = 0; time < 20; time++) {
      ByteVector vibe = vector();
      String typed = time % 2 == 0 ? "vibe" : title(time);
      assertEquals(said(memory.view(), typed, vibe), said(stored.view(), typed, vibe));
      assertEquals(sung(memory.view(), vibe), sung(stored.view(), vibe));
      ByteVector picture = ByteVector.of(unit(random, SEEN_WIDTH));
      assertEquals(shown(memory.view(), picture), shown(stored.view(), picture));
    }
    assertEquals(memory.view().ids(), stored.view().ids());
    assertEquals(memory.picturedLineCount(), stored.picturedLineCount());
    assertEquals(memory.view().size(), stored.view().size());
    assertEquals(memory.lineCount(), stored.lineCount());
  }

  private static String said(SongView view, String typed, ByteVector vibe) {
    Found found = view.byVibe(typed, vibe, 10);
    List<String> hits =
        Stream.concat(found.songs().stream(), found.titles().stream())
            .map(
                hit ->
                    "%s %s %d %d %s"
                        .formatted(
                            hit.song().id(),
                            hit.score(),
                            // Of those called so, which may be far down, both are the least.
                            hit.exactTitle() ? 0 : hit.rank(),
                            hit.exactTitle() ? 0 : hit.rankWithTitles(),
                            hit.exactTitle()))
            .toList();
    return found.searched() + " " + hits;
  }

  private static List<String> sung(SongView view, ByteVector line) {
    return view.byLine(line, Score.SUM, 20).stream()
        .map(
            hit ->
                "%s %s %s"
                    .formatted(
                        hit.song().id(),
                        hit.score(),
                        hit.song()
                            .words(hit.lines().stream().map(LineRanking.Near::place).toList())))
        .toList();
  }

  private static List<String> shown(SongView view, ByteVector picture) {
    return view.byPicture(picture, 0.24, Score.SUM, 20).stream()
        .map(
            hit ->
                "%s %s %s"
                    .formatted(
                        hit.song().id(),
                        hit.score(),
                        hit.song()
                            .picturedWords(
                                hit.lines().stream().map(LineRanking.Near::place).toList())))
        .toList();
  }

  private static SongCatalogue catalogue() {
    return new SongCatalogue(new Bounds(1_000, 10_000), Optional.of(PAIR));
  }

  private static List<String> ids(Found found) {
    return found.songs().stream().map(hit -> hit.song().id()).toList();
  }

  private StoredCatalogue index(long graphFrom) throws IOException {
    StoredCatalogue made = written(stored.freeze(), graphFrom);
    stored.standOn(made);
    return made;
  }

  private StoredCatalogue written(Frozen frozen, long graphFrom) throws IOException {
    return store()
        .write(
            "owner",
            folder -> {
              int count = new WriteCatalogue(folder, frozen.songs()).write(graphFrom);
              Map<String, FileSum> sums = new TreeMap<>();
              for (String file : List.of("songs", "table", "titles")) {
                sums.put(file, FileSum.of(folder.resolve(file)));
              }
              new CatalogueCard(
                      CatalogueCard.FORMAT,
                      "owner",
                      "broker",
                      SentenceEncoder.VERSION_INT8,
                      PAIR,
                      now.toEpochMilli(),
                      count,
                      List.of(),
                      sums)
                  .write(folder);
            });
  }

  private CatalogueStore store() {
    InstantSource clock = () -> now;
    return new CatalogueStore(models, Optional.empty(), clock);
  }

  private List<Path> versions() throws IOException {
    try (Stream<Path> all = Files.list(models.resolve("catalogues/of-owner"))) {
      return all.sorted().toList();
    }
  }

  private interface Telling {
    void to(SongCatalogue catalogue);
  }

  private void both(Telling telling) {
    telling.to(memory);
    telling.to(stored);
  }

  private void fill(int songs) {
    for (int song = 0; song < songs; song++) {
      tell(song);
    }
  }

  private void tell(int song) {
    String id = id(song);
    String words = words(song) + random.nextInt(100);
    Optional<SongEmbedded> title = vectors(id, Part.TITLE, title(song));
    Optional<SongEmbedded> whole = vectors(id, Part.LYRICS, words);
    Optional<SongEmbedded> lines = vectors(id, Part.LINES, words);
    both(catalogue -> catalogue.describe(id, described(id, title(song))));
    both(catalogue -> catalogue.embed(id, rest(Part.TITLE), title));
    // Of some, lines are of words that have changed since, or titles were called otherwise.
    String seenWords = song % 7 == 3 ? "as they were" : words;
    String seenTitle = song % 11 == 4 ? "as it was" : title(song);
    Optional<SongEmbedded> seenLines = seenVectors(id, Part.LINES, seenWords);
    Optional<SongEmbedded> seenTitles = seenVectors(id, Part.TITLE, seenTitle);
    both(catalogue -> catalogue.embed(id, seen(Part.TITLE), seenTitles));
    if (song % 5 == 0) {
      return;
    }
    both(catalogue -> catalogue.embed(id, seen(Part.LINES), seenLines));
    both(catalogue -> catalogue.keep(id, lyrics(id, words)));
    both(catalogue -> catalogue.embed(id, rest(Part.LYRICS), whole));
    both(catalogue -> catalogue.embed(id, rest(Part.LINES), lines));
  }

  private static String id(int song) {
    return "s%04d".formatted(song);
  }

  private static String title(int song) {
    return "Song of " + song % 40;
  }

  private static String words(int song) {
    return "line one of %04d\nline two of %04d\nthe third line".formatted(song, song);
  }

  private static String rest(Part part) {
    return part.word() + "/" + SentenceEncoder.VERSION_INT8;
  }

  private static String seen(Part part) {
    return part.word() + "/" + PAIR;
  }

  private static int seenSeed(String song, String text) {
    return ("seen" + song + text).hashCode();
  }

  private static Optional<SongEmbedded> seenVectors(String song, Part part, String text) {
    return vectors(song, part, text, new Random(seenSeed(song, text)), SEEN_WIDTH);
  }

  private ByteVector vector() {
    return ByteVector.of(unit());
  }

  private static ByteVector vector(int seed) {
    float[] numbers = new float[WIDTH];
    numbers[seed % WIDTH] = 1;
    return ByteVector.of(numbers);
  }

  private float[] unit() {
    return unit(random, WIDTH);
  }

  private static float[] unit(Random from, int width) {
    float[] numbers = new float[width];
    for (int i = 0; i < width; i++) {
      numbers[i] = (float) from.nextGaussian();
    }
    return Vectors.unit(numbers);
  }

  // The same text has the same vectors.
  private static Optional<SongEmbedded> vectors(String song, Part part, String text) {
    return vectors(song, part, text, new Random((song + text).hashCode()), WIDTH);
  }

  private static Optional<SongEmbedded> vectors(
      String song, Part part, String text, Random own, int width) {
    List<Line> lines = new ArrayList<>();
    for (int line = 0; part == Part.LINES && line < LINES; line++) {
      ByteVector vector = ByteVector.of(unit(own, width));
      lines.add(
          new Line(line * 17, line * 17 + 12, EightBitVector.of(vector.step(), vector.toArray())));
    }
    return Optional.of(
        new SongEmbedded(
            "owner",
            song,
            part,
            SentenceEncoder.VERSION_INT8,
            TextHash.of(text),
            part == Part.LINES ? Optional.empty() : Optional.of(UnitVector.of(unit(own, width))),
            lines));
  }

  private static Optional<LyricsKept> lyrics(String song, String text) {
    return Optional.of(LyricsKept.of("owner", song, text));
  }

  private static Optional<SongDescribed> described(String id, String title) {
    return Optional.of(
        new SongDescribed(
            "owner",
            id,
            new Song(title, "The Harbour Lights"),
            List.of(),
            List.of(),
            Map.of(),
            Optional.of(1990),
            List.of("rock"),
            Optional.empty(),
            List.of(),
            Optional.of("en"),
            Map.of("valence", 0.5),
            true,
            Optional.empty()));
  }
}
