package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The files that every index has: the vectors in eight bits and, if there is more of them, in
/// full, and what they were added as. Thread-safe.
///
/// A first pass, the adapter's own, finds candidates by the eight bits; which of them are the
/// nearest is decided here, in full precision where there is one.
final class StoredVectors implements AutoCloseable {
  private static final String CODES = "codes";
  private static final String VECTORS = "vectors";
  private static final String TEXTS = "ids";
  private static final String ENDS = "id-ends";
  private static final String THE_QUERY = "the query";

  private final int width;
  private final int count;
  private final Arena arena;
  private final Codes codes;
  private final Optional<Ids> ids;
  private final Optional<FullVectors> full;

  private StoredVectors(Path folder, int width, int count, Arena arena) throws IOException {
    this.width = width;
    this.count = count;
    this.arena = arena;
    this.codes = new Codes(mapped(folder.resolve(CODES), arena), width);
    boolean whole = Files.exists(folder.resolve(VECTORS));
    this.ids = whole ? Optional.of(ids(folder, arena)) : Optional.empty();
    this.full =
        whole ? Optional.of(new FullVectors(folder.resolve(VECTORS), width)) : Optional.empty();
  }

  private static Ids ids(Path folder, Arena arena) throws IOException {
    return new Ids(mapped(folder.resolve(TEXTS), arena), mapped(folder.resolve(ENDS), arena));
  }

  /// Writes the files.
  ///
  /// @return how many vectors came
  static int write(Path folder, int width, VectorSource source) throws IOException {
    try (DataOutputStream codes = file(folder, CODES);
        DataOutputStream vectors = file(folder, VECTORS);
        DataOutputStream texts = file(folder, TEXTS);
        DataOutputStream ends = file(folder, ENDS)) {
      Writing writing = new Writing(width, codes, vectors, texts, ends);
      source.pour(writing);
      return writing.count;
    }
  }

  /// Writes the one file of vectors that have eight bits alone.
  ///
  /// @return how many vectors came
  static int writeCodes(Path folder, int width, CodeSource source) throws IOException {
    int[] count = {0};
    try (DataOutputStream codes = file(folder, CODES)) {
      source.pour(
          vector -> {
            requireWidth(vector, width);
            Codes.write(vector, codes);
            count[0]++;
          });
    }
    return count[0];
  }

  private static void requireWidth(ByteVector vector, int width) {
    if (vector.dimension() != width) {
      throw new IllegalArgumentException(
          "a vector has %d numbers, the index holds vectors of %d"
              .formatted(vector.dimension(), width));
    }
  }

  /// Opens what was written, once its files are known to be whole.
  static StoredVectors open(Path folder, IndexCard card) {
    int width = card.width();
    card.expect(folder, CODES, card.count() * Codes.rowBytes(width));
    if (card.files().containsKey(VECTORS)) {
      card.expect(folder, VECTORS, card.count() * FullVectors.rowBytes(width));
      card.expect(folder, ENDS, (long) card.count() * Long.BYTES);
    }
    try {
      return of(folder, width, card.count());
    } catch (IOException e) {
      throw new BrokenModelException(folder + " holds an index that cannot be opened", e);
    }
  }

  static StoredVectors of(Path folder, int width, int count) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return new StoredVectors(folder, width, count, arena);
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }

  /// A file that is there as long as the vectors are open.
  MemorySegment mapped(Path file) throws IOException {
    return mapped(file, arena);
  }

  int width() {
    return width;
  }

  int count() {
    return count;
  }

  Codes codes() {
    return codes;
  }

  String id(int ordinal) {
    int checked = Objects.checkIndex(ordinal, count);
    return ids.map(texts -> texts.of(checked)).orElseGet(() -> Integer.toString(checked));
  }

  ByteVector code(int ordinal) {
    return codes.code(Objects.checkIndex(ordinal, count));
  }

  /// A query that can be compared with the vectors.
  UnitVector asked(float[] query, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of " + limit + " leaves nothing to answer with");
    }
    return UnitVector.of(THE_QUERY, query, width);
  }

  /// The best by eight bits of all that may be answered with, each of them looked at.
  ///
  /// @param most how many at most
  Best scan(UnitVector query, int most, Among among) {
    Best best = new Best(Math.clamp(most, 1, Math.max(1, count)));
    Codes.Scorer scorer = codes.nearTo(query);
    for (int ordinal = among.next(0);
        ordinal >= 0 && ordinal < count;
        ordinal = among.next(ordinal + 1)) {
      best.offer(ordinal, scorer.cosine(ordinal));
    }
    return best;
  }

  /// The nearest of the candidates.
  List<Neighbour> nearest(UnitVector query, Best candidates, int limit) {
    int most = Math.clamp(limit, 1, Math.max(1, count));
    Best best = full.map(vectors -> vectors.best(query, candidates, most)).orElse(candidates);
    if (full.isEmpty()) {
      best.sort();
    }
    List<Neighbour> nearest = new ArrayList<>();
    for (int place = 0; place < Math.min(most, best.size()); place++) {
      int ordinal = best.ordinal(place);
      nearest.add(new Neighbour(ordinal, id(ordinal), best.score(place)));
    }
    return nearest;
  }

  @Override
  public void close() {
    arena.close();
    try {
      if (full.isPresent()) {
        full.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index's vectors cannot be closed", e);
    }
  }

  private static MemorySegment mapped(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  private static DataOutputStream file(Path folder, String name) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16));
  }

  /// Writes each vector as it comes.
  private static final class Writing implements VectorSink {
    private final int width;
    private final DataOutputStream codes;
    private final DataOutputStream vectors;
    private final DataOutputStream texts;
    private final DataOutputStream ends;
    private long end;
    private int count;

    private Writing(
        int width,
        DataOutputStream codes,
        DataOutputStream vectors,
        DataOutputStream texts,
        DataOutputStream ends) {
      this.width = width;
      this.codes = codes;
      this.vectors = vectors;
      this.texts = texts;
      this.ends = ends;
    }

    @Override
    public void add(String id, float[] vector) throws IOException {
      float[] unit = UnitVector.of("the vector of " + id, vector, width).numbers();
      Codes.write(unit, codes);
      FullVectors.write(unit, vectors);
      byte[] text = id.getBytes(StandardCharsets.UTF_8);
      texts.write(text);
      end += text.length;
      ends.writeLong(end);
      count++;
    }
  }
}
