package io.chihiro.recommend.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where the cache is: one Redis, or some nodes of a Redis Cluster, which name the others.
///
/// @param nodes addresses such as `redis://user:password@host:6379`, at least one
/// @param cluster whether keys are spread over nodes
public record CacheAddress(List<String> nodes, boolean cluster) {
  private static final String CLUSTER = "redis-cluster://";
  private static final String ENCRYPTED_CLUSTER = "rediss-cluster://";

  public CacheAddress {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("CHIHIRO_REDIS names no Redis");
    }
    if (cluster && nodes.stream().anyMatch(CacheAddress::namesADatabase)) {
      throw new IllegalArgumentException(
          "CHIHIRO_REDIS names a database, and Redis Cluster has none: leave out what follows the"
              + " port");
    }
  }

  /// Reads an address: one Redis as Lettuce writes it; a cluster where several hosts are named, or
  /// where the scheme is `redis-cluster` (with TLS `rediss-cluster`).
  public static CacheAddress parse(String written) {
    List<String> parts = Arrays.stream(written.strip().split("\\s*,\\s*")).toList();
    String first = parts.getFirst();
    boolean cluster =
        parts.size() > 1 || first.startsWith(CLUSTER) || first.startsWith(ENCRYPTED_CLUSTER);
    return cluster ? new CacheAddress(nodes(parts), true) : new CacheAddress(parts, false);
  }

  // Scheme and login are said once, before the first host.
  private static List<String> nodes(List<String> parts) {
    String first = plain(parts.getFirst());
    int host = Math.max(first.lastIndexOf('@') + 1, first.indexOf("://") + 3);
    String head = first.substring(0, host);
    return Stream.concat(
            Stream.of(first),
            parts.stream().skip(1).map(part -> part.contains("://") ? plain(part) : head + part))
        .toList();
  }

  private static String plain(String address) {
    return address
        .replaceFirst("^" + CLUSTER, "redis://")
        .replaceFirst("^" + ENCRYPTED_CLUSTER, "rediss://");
  }

  private static boolean namesADatabase(String node) {
    String rest = node.substring(node.indexOf("://") + 3);
    return rest.indexOf('/', rest.lastIndexOf('@') + 1) >= 0;
  }
}
