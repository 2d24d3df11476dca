package io.chihiro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The background process of a system: starts the others, starts again whichever dies, and stops
/// all of them when it is told to end.
final class Supervisor implements AutoCloseable {
  static final String NAME = "supervisor";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The first time, the processes write their class archives before they end.
  private static final Duration FIRST_PATIENCE = Duration.ofMinutes(2);

  private final Home home;
  private final Consumer<String> say;
  private final List<Child> stores = new ArrayList<>();
  private final List<Child> services = new ArrayList<>();
  private Duration patience = PATIENCE;
  private @Nullable FileLock lock;

  Supervisor(Home home, Consumer<String> say) {
    this.home = home;
    this.say = say;
  }

  /// Runs until the process is told to end.
  ///
  /// @param args the built project, the home, the first port and, if it is to end with another
  ///     process, that one's pid
  public static void main(String[] args) throws InterruptedException {
    Home home = new Home(Path.of(args[1]));
    Ports ports = new Ports(Integer.parseInt(args[2]));
    Supervisor supervisor = new Supervisor(home, Supervisor::print);
    if (!supervisor.holdHome()) {
      print("another supervisor runs on " + home.folder());
      System.exit(1);
    }
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(supervisor::close));
    Stream.of(args).skip(3).mapToLong(Long::parseLong).forEach(Supervisor::endWith);
    supervisor.start(
        new Programs(Path.of(args[0]), home, ports, Environment.of(System.getenv(), home, ports)));
    new CountDownLatch(1).await();
  }

  /// Takes the home for this process; the system gives it back however the process ends.
  ///
  /// @return false if another supervisor has it
  boolean holdHome() {
    try {
      FileChannel file =
          FileChannel.open(
              home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = file.tryLock();
      if (lock == null) {
        file.close();
        return false;
      }
      RunningProcess.of(NAME, ProcessHandle.current(), 0, Optional.empty())
          .write(Child.stateFile(home.run(), NAME));
      return true;
    } catch (OverlappingFileLockException _) {
      // Another one in this very process has it.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take the home " + home.folder(), e);
    }
  }

  /// Starts the cache and the broker at once and the services as soon as the broker answers.
  void start(Programs programs) {
    if (programs.archivesMissing()) {
      patience = FIRST_PATIENCE;
    }
    say.accept("starting on port " + programs.ports().first());
    startStores(programs);
    int broker = programs.ports().broker();
    for (Service service : Service.values()) {
      services.add(child(programs.service(service), () -> Ports.answers(broker)));
    }
    services.forEach(Child::start);
  }

  /// Starts the cache and the broker alone.
  void startStores(Programs programs) {
    stores.add(child(programs.redis(), () -> true));
    stores.add(child(programs.broker(), () -> true));
    stores.forEach(Child::start);
  }

  /// Runs one more program, for as long as this supervisor does.
  void add(Program program) {
    Child child = child(program, () -> true);
    services.add(child);
    child.start();
  }

  /// Ends a program that was added, at once and for good.
  void killForGood(String name) throws InterruptedException {
    for (Child child : List.copyOf(services)) {
      if (child.name().equals(name)) {
        services.remove(child);
        child.killForGood();
      }
    }
  }

  /// The supervisor that runs on a home, if one does.
  static Optional<ProcessHandle> of(Home home) {
    return RunningProcess.read(Child.stateFile(home.run(), NAME)).flatMap(RunningProcess::alive);
  }

  /// Stops the services, then the broker, then the cache.
  @Override
  public void close() {
    say.accept("stopping");
    try {
      stop(services.reversed());
      for (Child store : stores.reversed()) {
        stop(List.of(store));
      }
      say.accept("stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Child child(Program program, BooleanSupplier gate) {
    return new Child(program, gate, home.run(), say);
  }

  private void stop(List<Child> children) throws InterruptedException {
    children.forEach(Child::askToStop);
    long end = System.nanoTime() + patience.toNanos();
    for (Child child : children) {
      child.awaitStop(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  private static void endWith(long pid) {
    Thread.ofVirtual().name("end-with-" + pid).start(() -> awaitEnd(pid));
  }

  private static void awaitEnd(long pid) {
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    System.exit(0);
  }

  private static void print(String sentence) {
    System.out.println(
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + sentence);
  }
}
