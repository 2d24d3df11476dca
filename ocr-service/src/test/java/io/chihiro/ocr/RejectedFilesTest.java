package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.ocr.engine.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was rejected is looked at once more when somebody asks for it.
class RejectedFilesTest {
  private static final int RED = 0xFF0000;

  private OcrWorld world;

  @BeforeEach
  void open(@TempDir Path bucket) {
    world = OcrWorld.in(bucket);
  }

  @Test
  void whatNoEngineCouldReadIsReadByOneThatCan() {
    world.engine.answers(RED, new Reading.Refused("No text was found on the page."));
    world.file("blank.png", OcrWorld.png(RED));
    world.settle();
    assertEquals(State.FAILED, world.onlyPage().state());

    world.engine.reads(RED, "Rain.");
    assertEquals(Optional.empty(), again("blank.png"));
    world.readAll();

    assertEquals(State.READ, world.onlyPage().state());
    assertEquals("Rain.", world.onlyEntry().text());
  }

  @Test
  void whatIsStillBrokenIsRejectedOnceMore() {
    world.file("empty.jpg", "");
    world.settle();

    assertEquals(Optional.empty(), again("empty.jpg"));

    assertEquals(State.FAILED, world.onlyPage().state());
    assertEquals(2, RunningMetric.REJECTED.counter(world.meters, "bucket").count());
    world.settle();
    assertEquals(2, RunningMetric.REJECTED.counter(world.meters, "bucket").count());
  }

  @Test
  void whatHasGoneOrClimbsOutOfTheBucketCannotBeTakenIn() throws IOException {
    Path file = world.file("empty.jpg", "");
    world.settle();
    Files.delete(file);

    assertTrue(again("empty.jpg").orElseThrow().contains("lies there no more"));
    assertTrue(again("../token").isPresent());
    assertTrue(again("a\0b").isPresent());
  }

  @Test
  void whatWasReadMeanwhileIsLeftAsItIs() {
    world.photo("page.png", RED, "Rain.");
    world.settle();

    assertEquals(Optional.empty(), again("page.png"));

    assertEquals(State.READ, world.onlyPage().state());
  }

  private Optional<String> again(String place) {
    return world.rejectedFiles.again(OcrWorld.OWNER, Rejected.file(place, "It was broken."));
  }
}
