package io.chihiro.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/// Texts by key in a folder of their own, which goes with them: a catalogue may hold millions of
/// songs, and this service has little memory.
final class DiskScratch implements Scratch {
  private static final long WRITE_BYTES = 8L * 1024 * 1024;
  private static final double BITS_A_KEY = 10;

  static {
    RocksDB.loadLibrary();
  }

  private final Path folder;
  private final Options options;
  private final BloomFilter bloom = new BloomFilter(BITS_A_KEY);
  // It is made again after a kill, so nothing has to survive one.
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final RocksDB texts;

  private DiskScratch(Path folder) throws RocksDBException {
    this.folder = folder;
    // Most songs are new: that one is not there should be known without looking.
    this.options =
        new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(WRITE_BYTES)
            .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(bloom));
    this.texts = RocksDB.open(options, folder.toString());
  }

  /// Opens it empty.
  ///
  /// @param folder whatever is there is deleted
  static DiskScratch in(Path folder) {
    try {
      Utils.delete(folder.toFile());
      Files.createDirectories(folder);
      return new DiskScratch(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + folder, e);
    } catch (RocksDBException e) {
      throw new IllegalStateException("cannot open " + folder, e);
    }
  }

  @Override
  public Optional<String> find(String key) {
    try {
      return Optional.ofNullable(texts.get(bytes(key)))
          .map(text -> new String(text, StandardCharsets.UTF_8));
    } catch (RocksDBException e) {
      throw new IllegalStateException("cannot read " + folder, e);
    }
  }

  @Override
  public void put(String key, String text) {
    try {
      texts.put(unlogged, bytes(key), bytes(text));
    } catch (RocksDBException e) {
      throw new IllegalStateException("cannot write " + folder, e);
    }
  }

  @Override
  public void remove(String key) {
    try {
      texts.delete(unlogged, bytes(key));
    } catch (RocksDBException e) {
      throw new IllegalStateException("cannot write " + folder, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    texts.close();
    unlogged.close();
    options.close();
    bloom.close();
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
