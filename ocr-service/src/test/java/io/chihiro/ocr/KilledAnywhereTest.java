package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed after any of its writes and started again, the service ends where it would have ended.
class KilledAnywhereTest {
  private static final int MANY = 1000;

  @TempDir private Path folder;

  @Test
  void aKillAfterAnyWriteLeadsToTheSameEnd() throws IOException {
    State undisturbed = run(MANY);
    assertEquals(12, undisturbed.entries().size());

    int kill = 0;
    boolean killed = true;
    while (killed) {
      State end = run(kill);
      assertEquals(undisturbed.pages(), end.pages(), "killed after write " + kill);
      assertEquals(undisturbed.entries(), end.entries(), "killed after write " + kill);
      killed = end.wasKilled();
      kill++;
    }
    assertTrue(kill > 20, "there were only " + kill + " writes to be killed at");
  }

  private State run(int writesBeforeKill) throws IOException {
    Path bucket = Files.createTempDirectory(folder, "bucket");
    OcrWorld world = OcrWorld.in(bucket);
    var writer = new KilledWriter(world.events, writesBeforeKill);
    boolean killed = false;
    try {
      live(world.restarted(writer));
    } catch (Killed e) {
      killed = true;
    }
    OcrWorld again = world.restarted();
    again.watch.passOverKnown();
    live(again);
    return new State(again.pages(), again.entries(), killed);
  }

  private static void live(OcrWorld world) {
    world.photo("a.png", 1, "Tuesday 5 March 2024\nRain.");
    world.photo("b.png", 2, "Sun.");
    world.photo("c/copy-of-a.png", 1, "Tuesday 5 March 2024\nRain.");
    world.photo("book/p-1.png", 5, "5 May 2024\nRain.\n6 May 2024\nSun, and we");
    world.photo("book/p-2.png", 6, "went on until dark.");
    world.photo("blank.png", 3, "");
    world.engine.answers(3, new io.chihiro.ocr.engine.Reading.Refused("Nothing."));
    world.file("empty.jpg", "");
    world.file("2024-03-06.md", "Wind.");
    world.file("lines.jsonl", "{\"text\":\"x\"}\n{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
    world.settle();
    world.clock.pass(java.time.Duration.ofMinutes(1));
    world.file("2024-03-06.md", "Wind, and then none.");
    world.file("note.txt", "Later.");
    world.file(
        "lines.jsonl", "{\"text\":\"x\"}\n{\"text\":\"x\"}\n{\"text\":\"y\"}\n{\"text\":\"z\"}\n");
    world.photo("empty.jpg", 4, "No longer empty.");
    world.settle();
  }

  private record State(
      List<io.chihiro.events.PageScanned> pages,
      List<io.chihiro.events.EntryRead> entries,
      boolean wasKilled) {}

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class KilledWriter implements EventWriter {
    private final InMemoryEvents events;
    private int left;

    KilledWriter(InMemoryEvents events, int left) {
      this.events = events;
      this.left = left;
    }

    @Override
    public <E extends Event> void write(
        Topic<E> topic, String key, E event, Map<String, String> headers) {
      live();
      events.write(topic, key, event, headers);
    }

    @Override
    public void delete(Topic<?> topic, String key, Map<String, String> headers) {
      live();
      events.delete(topic, key, headers);
    }

    @Override
    public void flush() {
      events.flush();
    }

    private void live() {
      if (left == 0) {
        throw new Killed();
      }
      left--;
    }
  }
}
