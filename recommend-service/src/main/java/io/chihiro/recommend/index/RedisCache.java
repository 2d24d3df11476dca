package io.chihiro.recommend.index;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The connection to the cache, one Redis or a cluster of them. Thread-safe.
public final class RedisCache implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Duration TOPOLOGY = Duration.ofSeconds(30);
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final RedisClusterAsyncCommands<String, byte[]> commands;
  private final RedisClusterCommands<String, byte[]> questions;
  private final Supplier<List<String>> markTags;
  private final Runnable end;

  private RedisCache(
      RedisClusterAsyncCommands<String, byte[]> commands,
      RedisClusterCommands<String, byte[]> questions,
      Supplier<List<String>> markTags,
      Runnable end) {
    this.commands = commands;
    this.questions = questions;
    this.markTags = markTags;
    this.end = end;
  }

  /// Connects, behind `rediss://` by TLS alone.
  ///
  /// @param address as [CacheAddress#parse] reads it
  /// @param trusted a PEM file with the certificates that are trusted; empty for those of Java
  /// @throws RedisException if there is no Redis there
  public static RedisCache connect(String address, Optional<Path> trusted) {
    CacheAddress there = CacheAddress.parse(address);
    List<RedisURI> nodes = there.nodes().stream().map(RedisCache::uri).toList();
    return there.cluster() ? ofCluster(nodes, trusted) : ofOne(nodes.getFirst(), trusted);
  }

  private static RedisCache ofOne(RedisURI uri, Optional<Path> trusted) {
    RedisClient client = RedisClient.create(uri);
    client.setOptions(options(ClientOptions.builder(), trusted).build());
    StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC);
    return new RedisCache(
        connection.async(),
        connection.sync(),
        () -> List.of(""),
        () -> {
          connection.close();
          client.shutdown();
        });
  }

  private static RedisCache ofCluster(List<RedisURI> nodes, Optional<Path> trusted) {
    RedisClusterClient client = RedisClusterClient.create(nodes);
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    var _ = options(options, trusted);
    client.setOptions(
        options
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(TOPOLOGY)
                    .enableAllAdaptiveRefreshTriggers()
                    .build())
            .build());
    StatefulRedisClusterConnection<String, byte[]> connection = client.connect(CODEC);
    return new RedisCache(
        connection.async(),
        connection.sync(),
        () -> ClusterTags.ofEachMaster(client.getPartitions()),
        () -> {
          connection.close();
          client.shutdown();
        });
  }

  private static <B extends ClientOptions.Builder> B options(B options, Optional<Path> trusted) {
    var _ =
        options
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .sslOptions(trust(trusted));
    return options;
  }

  private static RedisURI uri(String address) {
    RedisURI uri = RedisURI.create(address);
    uri.setTimeout(TIMEOUT);
    return uri;
  }

  private static SslOptions trust(Optional<Path> trusted) {
    SslOptions.Builder options = SslOptions.builder().jdkSslProvider();
    trusted.ifPresent(pem -> options.trustManager(pem.toFile()));
    return options.build();
  }

  RedisClusterAsyncCommands<String, byte[]> commands() {
    return commands;
  }

  RedisClusterCommands<String, byte[]> questions() {
    return questions;
  }

  /// One hash tag for each node that keeps keys: what lies under it lies on that node.
  List<String> tagsOfNodes() {
    return markTags.get();
  }

  /// What was asked.
  ///
  /// @throws IllegalStateException with a sentence if the cache cannot be used
  static <T> T told(Supplier<T> question) {
    try {
      return question.get();
    } catch (RedisException e) {
      throw new IllegalStateException("cannot use the cache: " + e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
