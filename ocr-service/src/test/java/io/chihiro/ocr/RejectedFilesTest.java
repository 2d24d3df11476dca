package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FileSight;
import io.chihiro.ocr.bucket.FolderBucket;
import io.chihiro.ocr.bucket.Lent;
import io.chihiro.ocr.engine.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was rejected is looked at once more when somebody asks for it.
class RejectedFilesTest {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

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

  @Test
  void aFileThatCannotBeLookedIntoJustNowIsNotForgotten(@TempDir Path folder) {
    var bucket = new TroubledBucket(new FolderBucket(folder));
    world = OcrWorld.over(bucket, folder);
    world.engine.answers(RED, new Reading.Refused("No text was found on the page."));
    world.file("blank.png", OcrWorld.png(RED));
    world.settle();

    bucket.inTrouble = true;
    assertTrue(again("blank.png").orElseThrow().contains("just now"));
    assertEquals(State.FAILED, world.onlyPage().state());

    bucket.inTrouble = false;
    assertEquals(Optional.empty(), again("blank.png"));
    assertEquals(State.WAITING, world.onlyPage().state());
  }

  @Test
  void aPageOfAScanIsFoundByItsFileAlsoWhereThePageIsForgotten() throws IOException {
    world.engine.reads(RED, "Rain.");
    world.engine.reads(BLUE, "Sun.");
    world.file("book.pdf", ScanTest.scan(RED, BLUE));
    world.settle();
    world.journal.forget(world.pageAt("book.pdf#page=2").orElseThrow());

    assertEquals(Optional.empty(), again("book.pdf#page=2"));

    assertEquals(State.WAITING, world.pageAt("book.pdf#page=2").orElseThrow().state());
    assertEquals(State.READ, world.pageAt("book.pdf#page=1").orElseThrow().state());
  }

  /// A disk that sometimes cannot be read.
  private static final class TroubledBucket implements Bucket {
    private final Bucket disk;
    private boolean inTrouble;

    TroubledBucket(Bucket disk) {
      this.disk = disk;
    }

    @Override
    public List<FileSight> files() {
      return disk.files();
    }

    @Override
    public FileSight sight(String place) throws IOException {
      return disk.sight(place);
    }

    @Override
    public Lent lend(String place) throws IOException {
      if (inTrouble) {
        throw new IOException("the disk does not answer");
      }
      return disk.lend(place);
    }

    @Override
    public void moveIn(Path file, String place) throws IOException {
      disk.moveIn(file, place);
    }

    @Override
    public void delete(String place) throws IOException {
      disk.delete(place);
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }

  private Optional<String> again(String place) {
    return world.rejectedFiles.again(OcrWorld.OWNER, Rejected.file(place, "It was broken."));
  }
}
