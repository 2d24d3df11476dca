package io.chihiro.acceptance;

import io.chihiro.local.LocalSystem;
import io.chihiro.local.OneAddress;
import io.chihiro.local.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A system with two copies of each service, and one address before the two front doors.
///
/// Of ocr-service and training-service one copy works and the other stands by.
final class TwoCopies implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<Service> BOTH_WORK =
      List.of(Service.INGEST, Service.EMBEDDING, Service.RECOMMEND);

  private final Path home;
  private final LocalSystem system;
  private final OneAddress address;

  private TwoCopies(Path home, LocalSystem system) {
    this.home = home;
    this.system = system;
    this.address =
        OneAddress.before(
            List.of(system.address(Service.RECOMMEND, 1), system.address(Service.RECOMMEND, 2)));
  }

  static TwoCopies start() throws Exception {
    Path root = Path.of(System.getProperty("chihiro.root", "../..")).toAbsolutePath().normalize();
    Path home = Files.createTempDirectory("chihiro-copies-");
    LocalSystem system = LocalSystem.stores(root, home, Map.of("CHIHIRO_ZONES", "UTC"));
    for (Service service : Service.values()) {
      system.begin(service, 1);
      system.begin(service, 2);
    }
    TwoCopies copies = new TwoCopies(home, system);
    copies.awaitReady();
    return copies;
  }

  /// The front doors behind one address, with the owner's token.
  Api api() {
    return api(address.uri());
  }

  /// One copy of a service by itself.
  Api api(Service service, int copy) {
    return api(system.address(service, copy));
  }

  /// The front doors, with a token of somebody's.
  Api api(String token) {
    return new Api(address.uri(), Optional.of(token));
  }

  private Api api(URI at) {
    return new Api(at, Optional.of(system.token()));
  }

  /// The copy of a service that works alone, while the other stands by.
  int working(Service service) throws Exception {
    return Patience.until(
        PATIENCE,
        "a copy of " + service.title() + " works",
        () -> ready(service, 1) ? Optional.of(1) : ready(service, 2) ? Optional.of(2) : none());
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }

  /// The copy of ingest-service that imports.
  int importing() throws IOException {
    String holder = Files.readString(home.resolve("ingest/held-by")).strip();
    return system.address(Service.INGEST, 1).getAuthority().equals(holder) ? 1 : 2;
  }

  boolean ready(Service service, int copy) throws InterruptedException {
    return system.ready(service, copy);
  }

  /// Ends a copy as `kill -9` does; it stays away.
  void kill(Service service, int copy) throws InterruptedException {
    system.killForGood(copy == 1 ? service.title() : service.title() + "-" + copy);
  }

  /// Starts a copy that was killed.
  void begin(Service service, int copy) {
    system.begin(service, copy);
  }

  /// Waits until every copy works that can, and one of each of the others.
  void awaitReady() throws Exception {
    for (Service service : Service.values()) {
      if (BOTH_WORK.contains(service)) {
        awaitReady(service, 1);
        awaitReady(service, 2);
        continue;
      }
      int _ = working(service);
    }
  }

  void awaitReady(Service service, int copy) throws Exception {
    boolean _ =
        Patience.until(
            PATIENCE,
            service.title() + " " + copy + " is ready",
            () -> Optional.of(ready(service, copy)).filter(it -> it));
  }

  @Override
  public void close() throws IOException {
    address.close();
    system.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
