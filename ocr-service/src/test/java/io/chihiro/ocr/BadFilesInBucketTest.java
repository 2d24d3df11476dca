package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Topics;
import io.chihiro.metrics.JournalMetric;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.ocr.engine.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be read is named and put aside.
class BadFilesInBucketTest {
  private static final int RED = 0xFF0000;

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
  }

  @Test
  void anEmptyFileIsNamedAndPutAside() {
    world.file("a/empty.jpg", "");
    world.settle();
    assertFailed("a/empty.jpg", "empty.jpg is empty (0 bytes).");
  }

  @Test
  void aTextNamedLikeAPhotoIsNamedAndPutAside() {
    world.file("holiday.jpg", "Dear diary");
    world.settle();
    assertFailed("holiday.jpg", "holiday.jpg is named like a photo but holds text.");
  }

  @Test
  void aPhotoThatIsCutOffIsNamedAndPutAside() {
    byte[] whole = OcrWorld.png(RED);
    world.file("cut.png", Arrays.copyOf(whole, 50));
    world.settle();
    assertTrue(world.onlyPage().problem().orElseThrow().contains("cut.png"));
    assertEquals(State.FAILED, world.onlyPage().state());
    assertEquals(1, world.events.all(Topics.OCR_REJECTED).size());
  }

  @Test
  void aFileThatIsTooLargeIsNamedAndPutAside() {
    byte[] large = Arrays.copyOf(OcrWorld.png(RED), 200_000);
    world.file("large.png", large);
    world.settle();
    assertFailed("large.png", "large.png is too large: at most 0 MB are taken.");
  }

  @Test
  void aTextThatIsNotUtf8IsNamedAndPutAside() {
    world.file("old.txt", new byte[] {'G', 'r', (byte) 0xFC, 'n'});
    world.settle();
    assertFailed("old.txt", "old.txt is not UTF-8 text; save it as UTF-8 and send it again.");
  }

  @Test
  void aBadFileIsNotTriedAgainUntilItsContentChanges() {
    world.file("a.png", "");
    world.settle();
    world.settle();
    assertEquals(1, world.events.all(Topics.OCR_REJECTED).size());

    world.photo("a.png", RED, "Rain.");
    world.settle();
    assertEquals("Rain.", world.onlyEntry().text());
    assertEquals(State.READ, world.onlyPage().state());
  }

  @Test
  void aPageNobodyCouldReadKeepsWhatEachEngineSaid() {
    world.engine.answers(RED, new Reading.Refused("No text was found on the page."));
    world.file("blank.png", OcrWorld.png(RED));
    world.settle();

    assertFailed(
        "blank.png", "blank.png could not be read. memory: No text was found on the page.");
    assertEquals("refused", world.onlyPage().attempts().getFirst().outcome());
    assertEquals(1, JournalMetric.PAGES_FAILED.counter(world.meters).count());
  }

  private void assertFailed(String place, String problem) {
    var page = world.onlyPage();
    assertEquals(place, page.place());
    assertEquals(State.FAILED, page.state());
    assertEquals(Optional.of(problem), page.problem());
    var rejected = world.events.all(Topics.OCR_REJECTED).values();
    assertEquals(List.of(problem), rejected.stream().map(row -> row.reason()).toList());
    assertEquals(List.of(), world.entries());
    assertEquals(1, RunningMetric.REJECTED.counter(world.meters, "bucket").count());
  }
}
