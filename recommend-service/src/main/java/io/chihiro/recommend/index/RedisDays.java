package io.chihiro.recommend.index;

import io.chihiro.events.Keys;
import io.chihiro.recommend.index.DayChange.Half;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Days in Redis: one hash a user for the moments, `chihiro:{owner}:moment`, and one for the
/// vectors of each version of a model, `chihiro:{owner}:vectors:<version>`; field the date, value
/// the record as it travelled.
///
/// The positions stand in a hash of their own and are written after the changes they stand for, so
/// whatever Redis loses, it never claims more than it has.
public final class RedisDays implements DayStore, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String POSITIONS = "chihiro:positions:by-version";
  private static final String OLDER_POSITIONS = "chihiro:positions";
  private static final String OLDER_VECTORS = "chihiro:{owner}:vectors";
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final RedisClient client;
  private final StatefulRedisConnection<String, byte[]> connection;

  /// Connects.
  ///
  /// @param address such as `redis://127.0.0.1:6379`
  /// @throws IllegalStateException if there is no Redis there
  public RedisDays(String address) {
    this(address, Optional.empty());
  }

  /// Connects, behind `rediss://` by TLS alone.
  ///
  /// @param trusted a PEM file with the certificates that are trusted; empty for those of Java
  public RedisDays(String address, Optional<Path> trusted) {
    RedisURI uri = RedisURI.create(address);
    uri.setTimeout(TIMEOUT);
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .sslOptions(trust(trusted))
            .build());
    connection = client.connect(CODEC);
    forgetOlderShape();
  }

  private static SslOptions trust(Optional<Path> trusted) {
    SslOptions.Builder options = SslOptions.builder().jdkSslProvider();
    trusted.ifPresent(pem -> options.trustManager(pem.toFile()));
    return options.build();
  }

  @Override
  public void apply(List<DayChange> changes, Map<String, Long> reached) {
    RedisAsyncCommands<String, byte[]> commands = connection.async();
    List<RedisFuture<?>> running = new ArrayList<>();
    for (DayChange change : changes) {
      running.add(send(commands, change));
    }
    reached.forEach(
        (partition, offset) -> running.add(commands.hset(POSITIONS, partition, number(offset))));
    await(running);
  }

  @Override
  public List<DayChange> moments(String user) {
    return all(momentsKey(user)).entrySet().stream()
        .map(field -> change(Half.MOMENT, Keys.of(user, field.getKey()), field.getValue()))
        .toList();
  }

  @Override
  public List<DayChange> vectors(String user, String version) {
    return all(vectorsKey(user, version)).entrySet().stream()
        .map(
            field -> change(Half.VECTORS, Keys.of(user, field.getKey(), version), field.getValue()))
        .toList();
  }

  @Override
  public Map<String, Long> positions() {
    return told(
        () ->
            connection.sync().hgetall(POSITIONS).entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Long.valueOf(text(entry.getValue())),
                        Math::max,
                        TreeMap::new)));
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }

  private RedisFuture<?> send(RedisAsyncCommands<String, byte[]> commands, DayChange change) {
    String key =
        switch (change.half()) {
          case MOMENT -> momentsKey(change.user());
          case VECTORS -> vectorsKey(change.user(), change.version());
        };
    return change
        .bytes()
        .<RedisFuture<?>>map(bytes -> commands.hset(key, change.date(), bytes))
        .orElseGet(() -> commands.hdel(key, change.date()));
  }

  private Map<String, byte[]> all(String key) {
    return told(() -> connection.sync().hgetall(key));
  }

  private static DayChange change(Half half, String key, byte[] bytes) {
    return new DayChange(half, key, Optional.of(bytes));
  }

  private static String momentsKey(String user) {
    return "chihiro:{" + user + "}:moment";
  }

  private static String vectorsKey(String user, String version) {
    return "chihiro:{" + user + "}:vectors:" + version;
  }

  // Vectors used to lie in one hash, whatever their version. It is a cache: it is filled again.
  private void forgetOlderShape() {
    told(
        () ->
            connection.sync().exists(OLDER_POSITIONS) == 0
                ? 0
                : connection.sync().unlink(OLDER_POSITIONS, OLDER_VECTORS));
  }

  private static void await(List<RedisFuture<?>> running) {
    boolean answered =
        told(() -> LettuceFutures.awaitAll(TIMEOUT, running.toArray(RedisFuture<?>[]::new)));
    if (!answered) {
      throw new IllegalStateException("cannot use the cache: it did not answer in time");
    }
  }

  private static <T> T told(Supplier<T> question) {
    try {
      return question.get();
    } catch (RedisException e) {
      throw new IllegalStateException("cannot use the cache: " + e.getClass().getSimpleName(), e);
    }
  }

  private static byte[] number(long value) {
    return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
