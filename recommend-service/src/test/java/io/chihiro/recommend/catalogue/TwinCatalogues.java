package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.index.FileSum;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import io.chihiro.recommend.catalogue.SongCatalogue.Frozen;
import io.chihiro.recommend.catalogue.VibeRanking.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two catalogues that are told the same of made-up songs: one lies in memory whole, the other
/// stands on an index on disk.
final class TwinCatalogues {
  final SongCatalogue memory = catalogue();
  final SongCatalogue stored = catalogue();
  private final Random random = new Random(7);
  private final Path models;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /// @param models where indexes are published
  TwinCatalogues(Path models) {
    this.models = models;
  }

  /// Lets time go by.
  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /// Both answer the same.
  void assertSame() {
    for (int time = 0; time < 20; time++) {
      ByteVector vibe = vector();
      String typed = time % 2 == 0 ? "vibe" : ToldSongs.title(time);
      assertEquals(said(memory.view(), typed, vibe), said(stored.view(), typed, vibe));
      assertEquals(sung(memory.view(), vibe), sung(stored.view(), vibe));
      ByteVector picture = ByteVector.of(ToldSongs.unit(random, ToldSongs.SEEN_WIDTH));
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
    return new SongCatalogue(new Bounds(1_000, 10_000), Optional.of(ToldSongs.PAIR));
  }

  static List<String> ids(Found found) {
    return found.songs().stream().map(hit -> hit.song().id()).toList();
  }

  StoredCatalogue index(long graphFrom) throws IOException {
    StoredCatalogue made = written(stored.freeze(), graphFrom);
    stored.standOn(made);
    return made;
  }

  StoredCatalogue written(Frozen frozen, long graphFrom) throws IOException {
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
                      ToldSongs.PAIR,
                      now.toEpochMilli(),
                      count,
                      List.of(),
                      sums)
                  .write(folder);
            });
  }

  CatalogueStore store() {
    InstantSource clock = () -> now;
    return new CatalogueStore(models, Optional.empty(), clock);
  }

  List<Path> versions() throws IOException {
    try (Stream<Path> all = Files.list(models.resolve("catalogues/of-owner"))) {
      return all.sorted().toList();
    }
  }

  /// What is told of songs.
  interface Telling {
    void to(SongCatalogue catalogue);
  }

  void both(Telling telling) {
    telling.to(memory);
    telling.to(stored);
  }

  void fill(int songs) {
    for (int song = 0; song < songs; song++) {
      tell(song);
    }
  }

  void tell(int song) {
    String id = ToldSongs.id(song);
    String words = ToldSongs.words(song) + random.nextInt(100);
    Optional<SongEmbedded> title = ToldSongs.vectors(id, Part.TITLE, ToldSongs.title(song));
    Optional<SongEmbedded> whole = ToldSongs.vectors(id, Part.LYRICS, words);
    Optional<SongEmbedded> lines = ToldSongs.vectors(id, Part.LINES, words);
    both(catalogue -> catalogue.describe(id, ToldSongs.described(id, ToldSongs.title(song))));
    both(catalogue -> catalogue.embed(id, ToldSongs.rest(Part.TITLE), title));
    // Of some, lines are of words that have changed since, or titles were called otherwise.
    String seenWords = song % 7 == 3 ? "as they were" : words;
    String seenTitle = song % 11 == 4 ? "as it was" : ToldSongs.title(song);
    Optional<SongEmbedded> seenLines = ToldSongs.seenVectors(id, Part.LINES, seenWords);
    Optional<SongEmbedded> seenTitles = ToldSongs.seenVectors(id, Part.TITLE, seenTitle);
    both(catalogue -> catalogue.embed(id, ToldSongs.seen(Part.TITLE), seenTitles));
    if (song % 5 == 0) {
      return;
    }
    both(catalogue -> catalogue.embed(id, ToldSongs.seen(Part.LINES), seenLines));
    both(catalogue -> catalogue.keep(id, ToldSongs.lyrics(id, words)));
    both(catalogue -> catalogue.embed(id, ToldSongs.rest(Part.LYRICS), whole));
    both(catalogue -> catalogue.embed(id, ToldSongs.rest(Part.LINES), lines));
  }

  ByteVector vector() {
    return ByteVector.of(ToldSongs.unit(random, ToldSongs.WIDTH));
  }
}
