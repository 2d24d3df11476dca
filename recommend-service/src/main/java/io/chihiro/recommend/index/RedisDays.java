package io.chihiro.recommend.index;

import static io.chihiro.recommend.index.RedisCache.told;

import io.chihiro.events.Keys;
import io.chihiro.recommend.index.DayChange.Half;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Days in Redis: one hash a user for the moments, `chihiro:{owner}:moment`, and one for the
/// vectors of each version of a model, `chihiro:{owner}:vectors:<version>`; field the date, value
/// the record as it travelled. A further copy of the service keeps all of it under a name of its
/// own, `chihiro:2:{owner}:moment`: copies that wrote to one index would overtake each other.
///
/// The positions stand in hashes of their own and are written after the changes they stand for, so
/// whatever Redis loses, it never claims more than it has. In a cluster each node that keeps days
/// keeps the positions too, and only what all of them claim counts: one that has lost something
/// has lost its claim with it.
public final class RedisDays implements DayStore {
  private static final String FIRST = "1";
  private static final String OLDER_POSITIONS = "chihiro:positions";
  private static final String OLDER_VECTORS = "chihiro:{owner}:vectors";

  private final RedisCache cache;
  private final String prefix;

  /// Days in the index of one copy of the service.
  ///
  /// @param instance the copy's name
  /// @throws IllegalStateException if the cache cannot be used
  public RedisDays(RedisCache cache, String instance) {
    this.cache = cache;
    this.prefix = instance.equals(FIRST) ? "chihiro:" : "chihiro:" + instance + ":";
    forgetOlderShape();
  }

  @Override
  public void apply(List<DayChange> changes, Map<String, Long> reached) {
    RedisClusterAsyncCommands<String, byte[]> commands = cache.commands();
    // On several nodes nothing but waiting tells that the days are there.
    await(changes.stream().<RedisFuture<?>>map(change -> send(commands, change)).toList());
    if (!reached.isEmpty()) {
      Map<String, byte[]> marks = new TreeMap<>();
      reached.forEach((partition, offset) -> marks.put(partition, number(offset)));
      await(marks().stream().<RedisFuture<?>>map(mark -> commands.hset(mark, marks)).toList());
    }
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
    List<Map<String, Long>> claims = marks().stream().map(this::claim).toList();
    Map<String, Long> counts = new TreeMap<>(claims.getFirst());
    claims.forEach(claim -> counts.keySet().retainAll(claim.keySet()));
    claims.forEach(
        claim ->
            counts.replaceAll((name, offset) -> Math.min(offset, claim.getOrDefault(name, 0L))));
    return counts;
  }

  private Map<String, Long> claim(String mark) {
    return told(() -> cache.questions().hgetall(mark)).entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> Long.valueOf(text(entry.getValue()))));
  }

  // One Redis keeps them under the name they have always had.
  private List<String> marks() {
    return told(cache::tagsOfNodes).stream()
        .map(tag -> tag.isEmpty() ? "" : ":{" + tag + "}")
        .map(tag -> prefix + "positions:by-version" + tag)
        .toList();
  }

  private RedisFuture<?> send(
      RedisClusterAsyncCommands<String, byte[]> commands, DayChange change) {
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
    return told(() -> cache.questions().hgetall(key));
  }

  private static DayChange change(Half half, String key, byte[] bytes) {
    return new DayChange(half, key, Optional.of(bytes));
  }

  private String momentsKey(String user) {
    return prefix + "{" + user + "}:moment";
  }

  private String vectorsKey(String user, String version) {
    return prefix + "{" + user + "}:vectors:" + version;
  }

  // Vectors used to lie in one hash, whatever their version. It is a cache: it is filled again.
  private void forgetOlderShape() {
    told(
        () ->
            cache.questions().exists(OLDER_POSITIONS) == 0
                ? 0
                : cache.questions().unlink(OLDER_POSITIONS, OLDER_VECTORS));
  }

  private static void await(List<RedisFuture<?>> running) {
    boolean answered =
        told(
            () ->
                LettuceFutures.awaitAll(
                    RedisCache.TIMEOUT, running.toArray(RedisFuture<?>[]::new)));
    if (!answered) {
      throw new IllegalStateException("cannot use the cache: it did not answer in time");
    }
  }

  private static byte[] number(long value) {
    return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
