package io.chihiro.local;

import io.chihiro.keys.ProcessSeal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A system on free ports, whole or in part, for programs that measure it or try it out.
///
/// Its processes are the real ones: the built services, the broker and the cache, each in a JVM or
/// a process of its own. They end with this object, and with this process.
public final class LocalSystem implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final PrintStream SILENT =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private final Context context;
  private final Optional<Supervisor> supervisor;
  private final Copies copies;

  private LocalSystem(Context context, Optional<Supervisor> supervisor) {
    this.context = context;
    this.supervisor = supervisor;
    this.copies = Copies.beside(context.ports());
  }

  /// Starts the cache and the broker; services are added one by one.
  ///
  /// @param root the project, built
  /// @param folder where it keeps everything
  /// @param settings what every service is told besides where things are
  public static LocalSystem stores(Path root, Path folder, Map<String, String> settings)
      throws InterruptedException {
    Context context = context(root, folder, settings);
    context.home().prepare();
    sealAsItDoes(context);
    Supervisor supervisor = new Supervisor(context.home(), _ -> {});
    LocalSystem system = new LocalSystem(context, Optional.of(supervisor));
    closeAtExit(supervisor::close);
    supervisor.startStores(system.programs(Map.of()));
    system.await(List.of(Programs.REDIS, Programs.BROKER));
    return system;
  }

  /// Starts everything in the background and returns when all of it is ready, as `./chihiro up`
  /// does: closed, it leaves its class archives for the next start.
  public static LocalSystem up(Path root, Path folder) throws IOException, InterruptedException {
    Context context = context(root, folder, System.getenv());
    LocalSystem system = new LocalSystem(context, Optional.empty());
    closeAtExit(system::close);
    boolean _ = Up.start(context, List.of());
    sealAsItDoes(context);
    Up.awaitReady(context);
    return system;
  }

  // What this process writes past the services, and reads, is sealed as theirs is.
  private static void sealAsItDoes(Context context) {
    ProcessSeal.install(HomeKeys.open(context));
  }

  /// Starts one service and returns when it is ready.
  public void add(Service service) throws InterruptedException {
    begin(service);
    await(List.of(service.title()));
  }

  /// Starts one service and does not wait for it.
  public void begin(Service service) {
    supervisor.orElseThrow().add(programs(Map.of()).service(service));
  }

  /// Starts a copy of a service that may have two, and does not wait for it. Copies know where the
  /// others are.
  ///
  /// @param copy 1 or 2
  public void begin(Service service, int copy) {
    supervisor.orElseThrow().add(copies.program(programs(copies.addresses()), service, copy));
  }

  /// Ends a process as `kill -9` does, and does not start it again.
  public void killForGood(String name) throws InterruptedException {
    supervisor.orElseThrow().killForGood(name);
  }

  /// Whether a copy of a service says that it is ready.
  public boolean ready(Service service, int copy) throws InterruptedException {
    try (Health health = new Health(context.ports())) {
      return health.serviceReady(copies.port(service, copy));
    }
  }

  /// Whether a process answers that is no second copy.
  public boolean answers(String name) throws InterruptedException {
    try (Health health = new Health(context.ports())) {
      return health.ready(name);
    }
  }

  /// Where a copy of a service answers.
  public URI address(Service service, int copy) {
    return URI.create("http://127.0.0.1:" + copies.port(service, copy));
  }

  /// A process by its name, if it lives; that of a second copy ends in `-2`.
  public Optional<ProcessHandle> process(String name) {
    return RunningProcess.read(Child.stateFile(context.home().run(), name))
        .flatMap(RunningProcess::alive);
  }

  /// Memory that a process holds now, in MiB; 0 if it does not run.
  public long residentMebibytes(String name) {
    return process(name).map(it -> Status.residentMebibytes(it.pid())).orElse(0L);
  }

  /// The folder that holds everything.
  public Path home() {
    return context.home().folder();
  }

  /// Where clients of the broker connect, as `host:port`.
  public String bootstrapServers() {
    return "127.0.0.1:" + context.ports().broker();
  }

  /// Where the cache answers, on 127.0.0.1.
  public int cachePort() {
    return context.ports().redis();
  }

  /// Where a service answers.
  public URI address(Service service) {
    return URI.create("http://127.0.0.1:" + service.port(context.ports()));
  }

  /// The owner's token.
  public String token() {
    return context.home().token();
  }

  /// Memory that all processes hold now, in MiB, as the system counts it.
  public long residentMebibytes() {
    return Stream.concat(Stream.of(Supervisor.NAME), Programs.names().stream())
        .mapToLong(this::residentMebibytes)
        .sum();
  }

  /// The most memory that a service has held since it began, in MiB.
  public long peakMebibytes(Service service) {
    return process(service.title()).map(process -> Status.peakMebibytes(process.pid())).orElse(0L);
  }

  @Override
  public void close() {
    supervisor.ifPresent(Supervisor::close);
    try {
      boolean _ = Down.stop(context.home());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Programs programs(Map<String, String> more) {
    Map<String, String> environment =
        new TreeMap<>(Environment.of(context.environment(), context.home(), context.ports()));
    environment.putAll(more);
    return new Programs(context.root(), context.home(), context.ports(), environment);
  }

  private void await(List<String> names) throws InterruptedException {
    try (Health health = new Health(context.ports())) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (String name : names) {
        while (!health.ready(name)) {
          demandPatience(name, end);
          Thread.sleep(PAUSE);
        }
      }
    }
  }

  private void demandPatience(String name, long end) {
    if (System.nanoTime() > end) {
      close();
      throw new TroubleException(
          "%s did not become ready; its log is %s".formatted(name, context.home().log(name)));
    }
  }

  private static void closeAtExit(Runnable close) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(close));
  }

  private static Context context(Path root, Path folder, Map<String, String> settings) {
    return new Context(root, new Home(folder), Ports.free(), settings, SILENT);
  }
}
