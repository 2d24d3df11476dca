package io.chihiro.ingest;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/// One memory budget for all stores of the process: by default each store takes its own, and a
/// home has six stores in four partitions.
public final class BoundedRocksDb implements RocksDBConfigSetter {
  private static final long ALL_BYTES = 64L * 1024 * 1024;
  private static final long WRITE_BYTES = 32L * 1024 * 1024;

  static {
    RocksDB.loadLibrary();
  }

  /// Two shards: by default there are so many that the filter of a large table fits into none, and
  /// is then read from disk at every look-up.
  private static final int SHARD_BITS = 1;

  private static final Cache CACHE = new LRUCache(ALL_BYTES, SHARD_BITS);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
  private static final BloomFilter BLOOM = new BloomFilter(10);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setFilterPolicy(BLOOM);
    // Nearly every play is new: that it is not there should be known without looking.
    options.setMemtableWholeKeyFiltering(true);
    options.setMemtablePrefixBloomSizeRatio(0.05);
    options.setWriteBufferManager(WRITES);
    options.setWriteBufferSize(8L * 1024 * 1024);
    options.setMaxWriteBufferNumber(2);
    // What was forgotten leaves the disk within a day, also where little is written.
    options.setPeriodicCompactionSeconds(Duration.ofDays(1).toSeconds());
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The budget is shared by every store and lives as long as the process.
  }
}
