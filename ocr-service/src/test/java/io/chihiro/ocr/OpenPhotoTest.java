package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FolderBucket;
import io.chihiro.ocr.photo.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenPhotoTest {
  private static final int PHOTOS = 20;
  private static final int PLACES = 2;

  @TempDir private Path folder;

  @Test
  void ofTwentyPhotosAtOnceOnlyTwoAreInTheMemory() throws Exception {
    var bucket = new FolderBucket(folder);
    var files = new PageFiles(bucket, new Photos(), PLACES);
    var open = new AtomicInteger();
    var most = new AtomicInteger();
    List<Future<Integer>> widths = new ArrayList<>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < PHOTOS; number++) {
        PageScanned page = page(bucket, number);
        widths.add(readers.submit(() -> look(files.photo(page), open, most)));
      }
    }
    for (Future<Integer> width : widths) {
      assertEquals(64, width.get());
    }
    assertTrue(most.get() <= PLACES, () -> most + " were open at once");
  }

  private static int look(OpenPhoto photo, AtomicInteger open, AtomicInteger most)
      throws Exception {
    try (photo) {
      assertTrue(photo.isThere());
      most.accumulateAndGet(open.incrementAndGet(), Math::max);
      int width = photo.look(picture -> picture.image().getWidth());
      open.decrementAndGet();
      return width;
    }
  }

  @Test
  void aPhotoThatWasLetGoIsOpenedAgain() throws Exception {
    var bucket = new FolderBucket(folder);
    try (var photo = new PageFiles(bucket, new Photos(), 1).photo(page(bucket, 1))) {
      int width = photo.look(picture -> picture.image().getWidth());
      photo.letGo();
      photo.letGo();
      int widthAgain = photo.look(picture -> picture.image().getWidth());
      assertEquals(width, widthAgain);
    }
  }

  @Test
  void aPhotoThatHasGoneIsNotThereAndHoldsNoPlace() throws Exception {
    var bucket = new FolderBucket(folder);
    var files = new PageFiles(bucket, new Photos(), 1);
    PageScanned page = page(bucket, 1);
    Files.delete(folder.resolve(page.place()));
    try (var gone = files.photo(page)) {
      assertFalse(gone.isThere());
      assertThrows(IOException.class, () -> gone.look(picture -> picture));
    }
    try (var other = files.photo(page(bucket, 2))) {
      assertTrue(other.isThere());
    }
  }

  private PageScanned page(Bucket bucket, int colour) throws IOException {
    String place = colour + ".png";
    Path file = Files.write(folder.resolve(place), OcrWorld.png(colour));
    return Pages.waiting("owner", Digests.of(file), bucket.sight(place), "png");
  }
}
