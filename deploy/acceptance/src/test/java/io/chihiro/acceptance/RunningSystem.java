package io.chihiro.acceptance;

import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import io.chihiro.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One whole system, started and stopped through the launcher, with a home and ports of its own.
final class RunningSystem {
  /// Every process under its name.
  static final List<String> PROCESSES =
      List.of(
          "redis",
          "broker",
          "ocr-service",
          "ingest-service",
          "embedding-service",
          "training-service",
          "recommend-service");

  private static final Duration LAUNCHER_PATIENCE = Duration.ofMinutes(4);

  private final Path home;
  private final Ports ports;

  private RunningSystem(Path home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  /// A system whose owner lives in the given time zones; it does not run yet.
  ///
  /// @param more settings, one a line
  static RunningSystem prepared(String zones, String more) throws IOException {
    Path home = Files.createTempDirectory("chihiro-acceptance-");
    Files.writeString(home.resolve("settings"), "CHIHIRO_ZONES=" + zones + "\n" + more);
    return on(home);
  }

  /// A system on a home that is there; it does not run yet.
  static RunningSystem on(Path home) {
    return new RunningSystem(home, Ports.free());
  }

  /// A system that a backup has become; it does not run yet.
  static RunningSystem restored(Path backup) throws IOException, InterruptedException {
    var system = on(Files.createTempDirectory("chihiro-acceptance-"));
    var _ = system.launch("restore", backup.toString());
    return system;
  }

  /// Starts it and waits until all of it is ready.
  void start() throws IOException, InterruptedException {
    var _ = launch("up");
  }

  /// The front door, with the owner's token.
  Api api() {
    return new Api(ports, Optional.of(token()));
  }

  /// The front door, with whatever another has for a token.
  Api stranger(Optional<String> token) {
    return new Api(ports, token);
  }

  String token() {
    try {
      return Files.readString(home.resolve("token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the owner's token", e);
    }
  }

  Ports ports() {
    return ports;
  }

  /// Everything it keeps.
  Path home() {
    return home;
  }

  /// Its keys: what is read past its services opens with them.
  KeyRing keys() {
    return KeyPlaces.in(home).open();
  }

  /// Gives every user and the system a new key.
  void rotateKeys() throws IOException, InterruptedException {
    launch("keys", "rotate");
  }

  /// The watched folder.
  Path journal() {
    return home.resolve("journal");
  }

  Path logs() {
    return home.resolve("logs");
  }

  /// The process of a name, if it lives.
  Optional<ProcessHandle> process(String name) {
    try {
      Path file = home.resolve("run").resolve(name + ".json");
      long pid = Api.JSON.readTree(file.toFile()).path("pid").asLong();
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    } catch (IOException _) {
      // Not written yet.
      return Optional.empty();
    }
  }

  /// Ends a process as `kill -9` does.
  void kill(String name) {
    boolean _ = process(name).orElseThrow().destroyForcibly();
  }

  /// The addresses of the five services.
  List<Integer> servicePorts() {
    return List.of(
        ports.recommend(), ports.ocr(), ports.ingest(), ports.embedding(), ports.training());
  }

  /// Whether every service says that it is ready.
  boolean ready() throws Exception {
    for (int port : servicePorts()) {
      try (Api service = new Api(new Ports(port), Optional.empty())) {
        if (service.get("/q/health/ready").status() != 200) {
          return false;
        }
      }
    }
    return true;
  }

  /// Stops it; what it knew stays.
  void shutDown() throws IOException, InterruptedException {
    var _ = launch("down");
  }

  /// Stops it and forgets all that it knew.
  void stop() throws IOException, InterruptedException {
    var _ = launch("down");
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /// Does what a person would with the launcher.
  ///
  /// @return what it said
  String launch(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("chihiro-launcher-", ".txt");
    try {
      launch(said, command);
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }

  private void launch(Path said, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher(command));
    builder.environment().put("CHIHIRO_HOME", home.toString());
    builder.environment().put("CHIHIRO_PORT", Integer.toString(ports.first()));
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(LAUNCHER_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("chihiro " + String.join(" ", command) + " does not end");
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(
          "chihiro " + String.join(" ", command) + ": " + Files.readString(said));
    }
  }

  /// As the script `chihiro` does it, without its look at whether a build is due.
  private static List<String> launcher(String... command) throws IOException {
    Path root = Path.of(System.getProperty("chihiro.root", "../..")).toAbsolutePath().normalize();
    Path target = root.resolve("deploy/local/target");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dchihiro.root=" + root,
                "-cp",
                jar(target) + ":" + target.resolve("lib") + "/*",
                "io.chihiro.local.Chihiro"));
    line.addAll(List.of(command));
    return line;
  }

  private static Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("local-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("deploy/local is not built"));
    }
  }
}
