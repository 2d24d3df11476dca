package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, tiny ones.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SupervisorIT {
  private final List<String> said = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @Test
  void aKilledChildIsStartedAgainAtOnceAndThatIsSaid() throws Exception {
    Home home = home();
    try (Supervisor supervisor = new Supervisor(home, said::add)) {
      supervisor.add(sleeper(home, "600"));
      RunningProcess first = await(home, 0);
      assertTrue(first.alive().orElseThrow().destroyForcibly());
      RunningProcess second = await(home, 1);
      assertNotEquals(first.pid(), second.pid());
      assertEquals(Optional.of("was ended by signal 9"), second.lastEnd());
      assertTrue(said.getFirst().startsWith("sleeper was ended by signal 9"), said::toString);
      assertTrue(said.getFirst().endsWith("again in 100 ms"), said::toString);
    }
    assertFalse(await(home, 1).alive().isPresent());
  }

  @Test
  void aChildThatEndsAtOnceIsTriedAgainMoreAndMoreSlowly() throws Exception {
    Home home = home();
    try (Supervisor supervisor = new Supervisor(home, said::add)) {
      supervisor.add(sleeper(home, "0"));
      await(home, 3);
    }
    assertTrue(said.get(0).endsWith("again in 100 ms"), said::toString);
    assertTrue(said.get(2).endsWith("again in 400 ms"), said::toString);
  }

  @Test
  void aChildThatDoesNotListenIsKilled() throws Exception {
    Home home = home();
    Program deaf =
        program(home, List.of("bash", "-c", "trap '' TERM; while true; do sleep 0.1; done"));
    Child child = new Child(deaf, () -> true, home.run(), said::add);
    child.start();
    RunningProcess process = await(home, 0);
    child.askToStop();
    child.awaitStop(Duration.ofMillis(300));
    assertFalse(process.alive().isPresent());
  }

  @Test
  void oneHomeHasOneSupervisor() throws Exception {
    Home home = home();
    try (Supervisor first = new Supervisor(home, said::add);
        Supervisor second = new Supervisor(home, said::add)) {
      assertTrue(first.holdHome());
      assertFalse(second.holdHome());
      assertEquals(ProcessHandle.current(), Supervisor.of(home).orElseThrow());
    }
  }

  @Test
  void aPidThatNowBelongsToAStrangerIsNotTheSupervisor() throws Exception {
    Home home = home();
    long stranger = ProcessHandle.current().pid();
    new RunningProcess("supervisor", stranger, 12_345L, 0, Optional.empty())
        .write(Child.stateFile(home.run(), "supervisor"));
    assertEquals(Optional.empty(), Supervisor.of(home));
  }

  @Test
  void aTornPidFileIsNoSupervisor() throws Exception {
    Home home = home();
    Files.writeString(Child.stateFile(home.run(), "supervisor"), "{\"name\":\"superv");
    assertEquals(Optional.empty(), Supervisor.of(home));
  }

  private Home home() {
    Home home = new Home(folder.resolve("a home with spaces"));
    home.prepare();
    return home;
  }

  private static Program sleeper(Home home, String seconds) {
    return program(home, List.of("sleep", seconds));
  }

  private static Program program(Home home, List<String> command) {
    return new Program("sleeper", command, Map.of(), home.log("sleeper"));
  }

  private static RunningProcess await(Home home, int restarts) throws InterruptedException {
    Path file = Child.stateFile(home.run(), "sleeper");
    await(() -> RunningProcess.read(file).filter(p -> p.restarts() == restarts).isPresent());
    return RunningProcess.read(file).orElseThrow();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
