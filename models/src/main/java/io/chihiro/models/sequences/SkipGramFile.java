package io.chihiro.models.sequences;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.sequences.SkipGram.Config;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A skip-gram as one file, learned or half-way.
///
/// The number `0x43484753`, the version of this form, the fingerprint of the corpus (0 once it is
/// learned), the config, the losses, the songs with their counts, the input rows, the output rows;
/// all big-endian; and the SHA-256 of everything before it. It is written beside its place
/// and moved there when it is whole.
final class SkipGramFile {
  private static final int MAGIC = 0x43484753;
  private static final int VERSION = 1;
  private static final int DIGEST_BYTES = 32;

  /// What a file holds.
  ///
  /// @param corpus fingerprint of what is being learned from
  record Saved(SkipGram model, long corpus) {}

  private SkipGramFile() {}

  static void write(SkipGram model, long corpus, Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".writing");
    MessageDigest sha256 = sha256();
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(temporary));
        DataOutputStream out = new DataOutputStream(new DigestOutputStream(bytes, sha256))) {
      head(model, corpus, out);
      songs(model.vocabulary(), out);
      rows(model.inputs(), out);
      rows(model.outputs(), out);
      out.flush();
      bytes.write(sha256.digest());
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// What a file holds, if there is one.
  ///
  /// @throws BrokenModelException if it cannot be read
  static Optional<Saved> find(Path file) {
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  static Saved read(Path file) {
    try {
      return saved(content(file));
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      throw new BrokenModelException(file + " holds no skip-gram that can be read", e);
    }
  }

  // Nothing is believed before the digest has been compared.
  private static ByteBuffer content(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int end = all.length - DIGEST_BYTES;
    if (end < 0) {
      throw new IOException("it is cut off");
    }
    MessageDigest sha256 = sha256();
    sha256.update(all, 0, end);
    if (!Arrays.equals(sha256.digest(), Arrays.copyOfRange(all, end, all.length))) {
      throw new IOException("it is not what was written: its SHA-256 differs");
    }
    return ByteBuffer.wrap(all, 0, end);
  }

  private static Saved saved(ByteBuffer in) throws IOException {
    if (in.getInt() != MAGIC || in.getInt() != VERSION) {
      throw new IOException("it does not begin as such a file does");
    }
    long corpus = in.getLong();
    Config config = config(in);
    List<Double> losses = losses(in);
    Vocabulary vocabulary = songs(in);
    float[][] inputs = rows(in, vocabulary.size(), config.dimension());
    float[][] outputs = rows(in, vocabulary.size(), config.dimension());
    return new Saved(new SkipGram(config, vocabulary, inputs, outputs, losses), corpus);
  }

  private static void head(SkipGram model, long corpus, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(corpus);
    Config config = model.config();
    out.writeInt(config.dimension());
    out.writeInt(config.window());
    out.writeInt(config.negatives());
    out.writeInt(config.mostPairs());
    out.writeInt(config.epochs());
    out.writeDouble(config.rate());
    out.writeDouble(config.ubiquity());
    out.writeLong(config.seed());
    out.writeInt(model.losses().size());
    for (double loss : model.losses()) {
      out.writeDouble(loss);
    }
  }

  private static Config config(ByteBuffer in) {
    return new Config(
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getDouble(),
        in.getDouble(),
        in.getLong());
  }

  private static List<Double> losses(ByteBuffer in) {
    List<Double> losses = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      losses.add(in.getDouble());
    }
    return losses;
  }

  private static void songs(Vocabulary vocabulary, DataOutputStream out) throws IOException {
    out.writeInt(vocabulary.size());
    for (int id = 1; id <= vocabulary.size(); id++) {
      byte[] song = vocabulary.song(id).getBytes(StandardCharsets.UTF_8);
      out.writeInt(song.length);
      out.write(song);
      out.writeLong(vocabulary.count(id));
    }
  }

  private static Vocabulary songs(ByteBuffer in) {
    List<String> songs = new ArrayList<>();
    long[] counts = new long[in.getInt()];
    for (int i = 0; i < counts.length; i++) {
      byte[] song = new byte[in.getInt()];
      in.get(song);
      songs.add(new String(song, StandardCharsets.UTF_8));
      counts[i] = in.getLong();
    }
    return Vocabulary.of(songs, counts);
  }

  private static void rows(float[][] rows, DataOutputStream out) throws IOException {
    ByteBuffer row = ByteBuffer.allocate(rows[0].length * Float.BYTES);
    for (int id = 1; id < rows.length; id++) {
      row.asFloatBuffer().put(rows[id]);
      out.write(row.array());
    }
  }

  private static float[][] rows(ByteBuffer in, int songs, int dimension) {
    float[][] rows = new float[songs + 1][dimension];
    for (int id = 1; id <= songs; id++) {
      in.asFloatBuffer().get(rows[id]);
      in.position(in.position() + dimension * Float.BYTES);
    }
    return rows;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
