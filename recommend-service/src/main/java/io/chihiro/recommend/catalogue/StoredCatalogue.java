package io.chihiro.recommend.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import io.chihiro.models.index.Among;
import io.chihiro.models.index.CodeSource;
import io.chihiro.models.index.Indexes;
import io.chihiro.models.index.Neighbour;
import io.chihiro.models.index.VectorIndex;
import io.chihiro.recommend.catalogue.HeldSong.Lines;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One user's songs as an index on disk, mapped: numbered from zero in the order of their ids.
/// Immutable, thread-safe, and closed with the last who knows it, so that no search waits when
/// another takes its place.
final class StoredCatalogue implements AutoCloseable {
  static final String SONGS = "songs";
  static final String WHOLES = "wholes";
  static final String LINES = "lines";
  static final String PICTURED = "pictured";

  private static final Cleaner CLEANER = Cleaner.create();
  private static final int FILTERS_REMEMBERED = 8;

  private final CatalogueCard card;
  private final Maps maps;
  private final SongTable table;
  private final TitleTable titles;
  private final Cleaner.Cleanable closing;
  private final Cache<Object, BitSet> passing =
      Caffeine.newBuilder().maximumSize(FILTERS_REMEMBERED).build();

  /// What is mapped.
  private record Maps(
      Arena arena, MemorySegment songs, VectorIndex wholes, VectorIndex lines, VectorIndex pictured)
      implements Runnable {
    @Override
    public void run() {
      wholes.close();
      lines.close();
      pictured.close();
      arena.close();
    }
  }

  private StoredCatalogue(CatalogueCard card, Maps maps, SongTable table, TitleTable titles) {
    this.card = card;
    this.maps = maps;
    this.table = table;
    this.titles = titles;
    this.closing = CLEANER.register(this, maps);
  }

  /// Opens what was written, once every file has proved to be whole.
  ///
  /// @throws BrokenModelException in a sentence that names the file that is missing or broken
  static StoredCatalogue open(Path folder) {
    CatalogueCard card = CatalogueCard.read(folder).verified(folder);
    SongTable table = SongTable.read(folder, card.songs());
    TitleTable titles = TitleTable.read(folder);
    return new StoredCatalogue(card, mapped(folder), table, titles);
  }

  private static Maps mapped(Path folder) {
    List<VectorIndex> opened = new ArrayList<>();
    Arena arena = Arena.ofShared();
    try (FileChannel songs = FileChannel.open(folder.resolve(SONGS))) {
      for (String each : List.of(WHOLES, LINES, PICTURED)) {
        opened.add(Indexes.open(folder.resolve(each)));
      }
      MemorySegment map = songs.map(MapMode.READ_ONLY, 0, songs.size(), arena);
      return new Maps(arena, map, opened.getFirst(), opened.get(1), opened.getLast());
    } catch (IOException | BrokenModelException e) {
      opened.forEach(VectorIndex::close);
      arena.close();
      throw e instanceof BrokenModelException broken
          ? broken
          : new BrokenModelException(folder.resolve(SONGS) + " cannot be opened", e);
    }
  }

  CatalogueCard card() {
    return card;
  }

  SongTable table() {
    return table;
  }

  int count() {
    return table.count();
  }

  int lineCount() {
    return maps.lines().count();
  }

  /// How many vectors pictures are compared with, or will be once their text is here.
  int picturedCount() {
    return maps.pictured().count();
  }

  /// How many lines one of them has.
  LineCounts lineCounts(int song) {
    return new LineCounts(
        table.lineEnd(song) - table.firstLine(song),
        table.pictured().lineEnd(song) - table.pictured().first(song));
  }

  /// Numbers in a vector that pictures are compared with.
  int picturedWidth() {
    return maps.pictured().width();
  }

  /// Numbers in a vector.
  int width() {
    return maps.wholes().width();
  }

  /// The number of a song; below zero if it is not here.
  int find(String id) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(middle).compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  String id(int song) {
    return SongBytes.id(bytes(song));
  }

  Optional<SongFacts> facts(int song) {
    return SongBytes.facts(bytes(song));
  }

  /// A song without its lines' vectors.
  HeldSong placed(int song) {
    return SongBytes.song(bytes(song));
  }

  /// All of a song.
  HeldSong held(int song) {
    HeldSong placed = placed(song);
    Map<Part, HeldSong.Whole> wholes = new EnumMap<>(Part.class);
    for (Part part : List.of(Part.TITLE, Part.LYRICS)) {
      placed.whole(part).ifPresent(whole -> wholes.put(part, whole));
    }
    return new HeldSong(
        placed.facts(),
        placed.lyrics(),
        wholes,
        placed.lines().map(lines -> with(lines, vectors(song))),
        placed.picturedTitle(),
        placed
            .picturedLines()
            .map(lines -> with(lines, pictured(song, table.pictured().lineEnd(song)))));
  }

  private static Lines with(Lines lines, List<ByteVector> vectors) {
    return new Lines(lines.hash(), lines.lines().with(vectors));
  }

  private List<ByteVector> vectors(int song) {
    return open(there -> codes(there.lines(), table.firstLine(song), table.lineEnd(song)));
  }

  private List<ByteVector> pictured(int song, int end) {
    return open(there -> codes(there.pictured(), table.pictured().first(song), end));
  }

  private static List<ByteVector> codes(VectorIndex vectors, int from, int to) {
    return IntStream.range(from, to).mapToObj(vectors::code).toList();
  }

  /// Hands over the vectors of a song's lines.
  void pourLines(int song, CodeSource.Sink into) throws IOException {
    for (ByteVector vector : vectors(song)) {
      into.add(vector);
    }
  }

  /// Hands over the vectors that pictures are compared with, the title's last.
  void pourPictured(int song, CodeSource.Sink into) throws IOException {
    for (ByteVector vector : pictured(song, table.pictured().end(song))) {
      into.add(vector);
    }
  }

  /// Songs that may be called so.
  List<Integer> called(String title) {
    return titles.called(title);
  }

  /// The songs whose wholes are nearest, nearest first.
  ///
  /// @param songs that may be met
  List<Integer> nearestSongs(ByteVector vibe, int most, BitSet songs) {
    return open(there -> nearest(there.wholes(), vibe, most, table.wholes(songs))).stream()
        .map(near -> table.songOfWhole(near.ordinal()))
        .toList();
  }

  /// The lines that are nearest, by their numbers.
  List<Integer> nearestLines(ByteVector line, int most, BitSet songs) {
    return open(there -> nearest(there.lines(), line, most, table.lines(songs))).stream()
        .map(Neighbour::ordinal)
        .toList();
  }

  /// How near a line lies, as it is reckoned in memory.
  float similarity(int line, ByteVector to) {
    return open(there -> to.dot(there.lines().code(line)));
  }

  /// The lines and titles that are nearest to a picture, by their numbers.
  List<Integer> nearestPictured(ByteVector picture, int most, BitSet songs) {
    BitSet some = table.pictured().vectors(songs);
    return open(there -> nearest(there.pictured(), picture, most, some)).stream()
        .map(Neighbour::ordinal)
        .toList();
  }

  /// How near one of them lies, as it is reckoned in memory.
  float picturedSimilarity(int vector, ByteVector to) {
    return open(there -> to.dot(there.pictured().code(vector)));
  }

  private static List<Neighbour> nearest(VectorIndex index, ByteVector to, int most, BitSet some) {
    int left = some.cardinality();
    if (left == 0 || to.step() == 0) {
      return List.of();
    }
    Among among = left == index.count() ? Among.all() : Among.only(some);
    return index.nearest(to.toFloats(), most, among);
  }

  /// Songs that may be shown and pass; asked again, the same filter is remembered.
  BitSet passing(SongFilter filter) {
    return passing.get(filter, _ -> chosen(filter));
  }

  /// Songs by any of whose names they are off limits, remembered too.
  BitSet among(Set<String> identities) {
    return passing.get(
        Set.copyOf(identities), _ -> chosen(song -> song.facts().isAmong(identities)));
  }

  /// Songs that may be shown and pass.
  BitSet chosen(Predicate<CatalogueSong> filter) {
    BitSet chosen = table.named();
    for (int song = chosen.nextSetBit(0); song >= 0; song = chosen.nextSetBit(song + 1)) {
      boolean passes = facts(song).map(CatalogueSong::told).filter(filter).isPresent();
      chosen.set(song, passes);
    }
    return chosen;
  }

  private byte[] bytes(int song) {
    long start = table.start(song);
    byte[] bytes = new byte[Math.toIntExact(table.end(song) - start)];
    return open(
        there -> {
          MemorySegment.copy(there.songs(), ValueLayout.JAVA_BYTE, start, bytes, 0, bytes.length);
          return bytes;
        });
  }

  // Nobody closes what somebody still reads.
  private <T> T open(Function<Maps, T> reading) {
    try {
      return reading.apply(maps);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /// Gives files and memory back at once, whoever still searches.
  @Override
  public void close() {
    closing.clean();
  }
}
