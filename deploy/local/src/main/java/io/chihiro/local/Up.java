package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `up`: starts the system in the background and waits until all of it is ready.
final class Up implements Command {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration SUPERVISOR_PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final int SUPERVISOR_HEAP_MEBIBYTES = 32;

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    boolean fresh = start(context, List.of());
    awaitReady(context);
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    context.say(fresh ? "Chihiro is up after " + seconds + " s." : "Chihiro is up already.");
    context.say("Open " + link(context));
    return 0;
  }

  /// Starts a supervisor unless one runs.
  ///
  /// @param endWith the pid of a process to end with, if any
  /// @return false if one ran already
  static boolean start(Context context, List<String> endWith)
      throws IOException, InterruptedException {
    context.home().prepare();
    if (Supervisor.of(context.home()).isPresent()) {
      return false;
    }
    demandBuilt(context);
    // Whatever a supervisor left behind that was killed.
    boolean _ = Down.stop(context.home());
    demandFreePorts(context.ports());
    // Before the background begins, so that what is missing is said here.
    var _ = HomeKeys.open(context);
    Path redis = RedisBinary.find(context.home().redis());
    var _ = Environment.of(context.environment(), context.home(), context.ports());
    detach(context, endWith).start();
    context.say(
        "Starting "
            + redis.getFileName()
            + ", the broker and five services in "
            + context.home().folder());
    return true;
  }

  /// Waits until every process is ready, with one line of progress.
  ///
  /// @throws TroubleException that shows the log of the one that is not
  static void awaitReady(Context context) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Health health = new Health(context.ports());
        ProgressLine line = new ProgressLine(context.out())) {
      List<String> missing = new ArrayList<>(Programs.names());
      while (true) {
        for (String name : List.copyOf(missing)) {
          if (health.ready(name)) {
            missing.remove(name);
          }
        }
        if (missing.isEmpty()) {
          return;
        }
        line.show("Waiting for " + String.join(", ", missing));
        demandProgress(context, missing, end);
        Thread.sleep(PAUSE);
      }
    }
  }

  /// A link that opens the page once.
  static String link(Context context) throws InterruptedException {
    try (FrontDoor door = context.frontDoor()) {
      return FrontDoor.fine(door.post("/api/v1/links", FrontDoor.JSON.createObjectNode()))
          .path("link")
          .asText();
    }
  }

  private static void demandProgress(Context context, List<String> missing, long end)
      throws IOException {
    String name = missing.getFirst();
    Optional<RunningProcess> state =
        RunningProcess.read(Child.stateFile(context.home().run(), name));
    boolean begun = System.nanoTime() > end - PATIENCE.toNanos() + SUPERVISOR_PATIENCE.toNanos();
    if (begun && Supervisor.of(context.home()).isEmpty()) {
      throw new TroubleException(
          "The supervisor ended:\n" + LogFile.tail(context.home().log(Supervisor.NAME), 10));
    }
    boolean failing = state.map(RunningProcess::restarts).orElse(0) >= 5;
    if (failing || System.nanoTime() > end) {
      Path log = context.home().log(name);
      throw new TroubleException(
          "%s does not become ready. The end of %s:%n%s%nStop the rest with ./chihiro down"
              .formatted(name, log, explained(name, LogFile.tail(log, 15))));
    }
  }

  private static String explained(String name, String said) {
    return name.equals(Programs.REDIS) ? EmbeddedCache.whyNot(said) : said;
  }

  private static void demandBuilt(Context context) {
    for (Service service : Service.values()) {
      if (!service.jar(context.root()).toFile().exists()) {
        throw new TroubleException(
            service.title() + " is not built: " + service.jar(context.root()) + " is missing");
      }
    }
  }

  private static void demandFreePorts(Ports ports) {
    Optional<Map.Entry<Integer, String>> taken = ports.taken();
    if (taken.isPresent()) {
      throw new TroubleException(
          "Port %d, wanted for %s, is taken by another program. Choose eight free ports, for example with CHIHIRO_PORT=%d ./chihiro up"
              .formatted(taken.get().getKey(), taken.get().getValue(), Ports.free().first()));
    }
  }

  private static Program detach(Context context, List<String> endWith) {
    List<String> command = new ArrayList<>(ownSession());
    command.addAll(Programs.java(SUPERVISOR_HEAP_MEBIBYTES));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Supervisor.class.getName(),
            context.root().toString(),
            context.home().folder().toString(),
            Integer.toString(context.ports().first())));
    command.addAll(endWith);
    return new Program(
        Supervisor.NAME, command, context.environment(), context.home().log(Supervisor.NAME));
  }

  /// A session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.
  private static List<String> ownSession() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(path -> Path.of(path).toFile().canExecute())
        .findFirst()
        .map(List::of)
        .orElseGet(() -> List.of("nohup"));
  }
}
