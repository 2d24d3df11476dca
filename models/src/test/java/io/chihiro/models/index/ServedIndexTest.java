package io.chihiro.models.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedIndexTest {
  private final ServedIndex served = new ServedIndex();

  @TempDir Path home;

  @Test
  void nothingAnswersBeforeTheFirstIsServedAndAfterTheLast() {
    assertEquals(Optional.empty(), answer());

    served.serve(new InMemoryIndex("one"));
    assertEquals(Optional.of("one"), answer());

    served.close();
    assertEquals(Optional.empty(), answer());
  }

  @Test
  void theOneBeforeIsClosedOnceWhenAnotherTakesItsPlace() {
    InMemoryIndex one = new InMemoryIndex("one");
    InMemoryIndex two = new InMemoryIndex("two");
    served.serve(one);
    served.serve(two);

    assertEquals(Optional.of("two"), answer());
    assertEquals(List.of(1, 0), List.of(one.timesClosed(), two.timesClosed()));

    served.close();
    served.close();
    assertEquals(List.of(1, 1), List.of(one.timesClosed(), two.timesClosed()));
  }

  @Test
  void aQueryUnderWayKeepsItsIndexOpenAndHoldsNobodyUp() throws Exception {
    InMemoryIndex one = new InMemoryIndex("one");
    served.serve(one);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch swapped = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<String>> slow =
          threads.submit(() -> served.ask(index -> slowly(index, begun, swapped)));
      assertTrue(begun.await(10, TimeUnit.SECONDS));

      served.serve(new InMemoryIndex("two"));
      assertEquals(Optional.of("two"), answer());
      assertEquals(0, one.timesClosed());

      swapped.countDown();
      assertEquals(Optional.of("one"), slow.get());
      assertEquals(1, one.timesClosed());
    }
  }

  @Test
  void aQueryThatFailsStillLeaves() {
    InMemoryIndex one = new InMemoryIndex("one");
    served.serve(one);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            served.ask(
                _ -> {
                  throw new IllegalArgumentException("no such query");
                }));

    served.close();
    assertEquals(1, one.timesClosed());
  }

  @Test
  void manyAskWhileManyAreServedAndNoneIsClosedUnderAQuery() throws Exception {
    List<InMemoryIndex> all = new ArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(4);
    served.serve(new InMemoryIndex("first"));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> asking = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        asking.add(threads.submit(() -> askUntil(over, begun)));
      }
      assertTrue(begun.await(10, TimeUnit.SECONDS));
      for (int i = 0; i < 2_000; i++) {
        all.add(new InMemoryIndex("index-" + i));
        served.serve(all.getLast());
      }
      over.set(true);
      for (Future<Long> each : asking) {
        assertTrue(each.get() > 0);
      }
    }
    served.close();
    assertTrue(all.stream().allMatch(index -> index.timesClosed() == 1));
  }

  @Test
  void filesAreServedInTurnsWhileThreadsAsk() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(2);
    served.serve(written("first"));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Long> one = threads.submit(() -> askUntil(over, begun));
      Future<Long> other = threads.submit(() -> askUntil(over, begun));
      assertTrue(begun.await(10, TimeUnit.SECONDS));
      for (int i = 0; i < 20; i++) {
        served.serve(written("index-" + i));
      }
      over.set(true);
      assertTrue(one.get() > 0 && other.get() > 0);
    }
    served.close();
  }

  @Test
  void aBrokenIndexIsNeverServed() throws IOException {
    served.serve(written("whole"));
    Path broken = written("broken");
    Files.write(broken.resolve("codes"), new byte[3]);

    assertThrows(BrokenModelException.class, () -> served.serve(broken));

    assertEquals(Optional.of("whole"), answer());
    served.close();
  }

  private Path written(String name) throws IOException {
    Path folder = home.resolve(name);
    Indexes.GRAPH.write(folder, 1, sink -> sink.add(name, new float[] {1}));
    return folder;
  }

  // Every query of its own answers, whoever is served.
  private long askUntil(AtomicBoolean over, CountDownLatch begun) {
    long answered = 0;
    while (!over.get()) {
      if (answered == 1) {
        begun.countDown();
      }
      answered += answer().map(_ -> 1).orElseThrow();
    }
    return answered;
  }

  private Optional<String> answer() {
    return served.ask(index -> index.nearest(new float[] {1}, 1, Among.all()).getFirst().id());
  }

  private static String slowly(VectorIndex index, CountDownLatch begun, CountDownLatch swapped) {
    begun.countDown();
    try {
      assertTrue(swapped.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return index.id(0);
  }
}
