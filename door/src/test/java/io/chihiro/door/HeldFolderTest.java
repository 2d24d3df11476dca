package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFolderTest {
  @TempDir Path folder;

  @Test
  void oneAtATimeHasIt() {
    try (HeldFolder first = new HeldFolder(folder, "first");
        HeldFolder second = new HeldFolder(folder, "second")) {
      assertEquals(Optional.empty(), second.holder());
      assertTrue(first.take());
      assertFalse(second.take());
      assertTrue(first.take(), "it keeps what it has");
      assertEquals(Optional.of("first"), second.holder());
    }
  }

  @Test
  void whoStandsByTakesOverWhenTheOtherEnds() throws Exception {
    HeldFolder first = new HeldFolder(folder, "first");
    assertTrue(first.take());
    try (HeldFolder second = new HeldFolder(folder, "second")) {
      CompletableFuture<Boolean> taken = inBackground(second);
      Thread.sleep(Duration.ofMillis(300));
      assertFalse(taken.isDone());
      first.close();
      assertTrue(taken.get(5, TimeUnit.SECONDS));
      assertTrue(second.isOurs());
      assertFalse(first.isOurs());
      assertEquals(Optional.of("second"), second.holder());
    }
  }

  @Test
  void whoIsToldToEndStandsByNoLonger() throws Exception {
    try (HeldFolder first = new HeldFolder(folder, "first")) {
      assertTrue(first.take());
      HeldFolder second = new HeldFolder(folder, "second");
      CompletableFuture<Boolean> taken = inBackground(second);
      second.close();
      assertFalse(taken.get(5, TimeUnit.SECONDS));
    }
  }

  private static CompletableFuture<Boolean> inBackground(HeldFolder folder) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            taken.complete(folder.await());
          } catch (InterruptedException e) {
            taken.completeExceptionally(e);
          }
        });
    return taken;
  }
}
