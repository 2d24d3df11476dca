package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.PageScanned.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoneTest {
  @TempDir private Path bucket;
  private OcrWorld world;
  private Path photo;

  @BeforeEach
  void live() {
    world = OcrWorld.in(bucket);
    photo = world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.photo("b.png", 2, "6 March 2024\nSun.");
    world.settle();
  }

  @Test
  void aDeletedPhotoIsGoneAndAsks() throws IOException {
    Files.delete(photo);
    look();
    var page = world.pageAt("a/IMG_1.png").orElseThrow();
    assertEquals(State.GONE, page.state());
    assertEquals(
        Optional.of("IMG_1.png is no longer there. Keep what was read from it, or forget it?"),
        page.problem());
    assertEquals(2, world.entries().size());
    assertEquals(List.of(page.page()), gone().list().pages().stream().map(PageView::page).toList());
  }

  @Test
  void aPhotoThatComesBackIsThereAgain() throws IOException {
    Files.delete(photo);
    look();
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    look();
    assertEquals(State.READ, world.pageAt("a/IMG_1.png").orElseThrow().state());
    assertEquals(2, world.engine.asked());
  }

  @Test
  void aMovedPhotoIsNotGone() throws IOException {
    Files.move(photo, bucket.resolve("moved.png"));
    look();
    look();
    assertEquals(State.READ, world.pageAt("moved.png").orElseThrow().state());
    assertEquals(List.of(), gone().list().pages());
  }

  @Test
  void whatTheOwnerKeepsIsNotAskedAgain() throws IOException {
    Files.delete(photo);
    look();
    gone().decide(goneId(), new GonePagesResource.Decision("keep"));
    look();
    assertEquals(State.KEPT, world.pageAt("a/IMG_1.png").orElseThrow().state());
    assertEquals(2, world.entries().size());
  }

  @Test
  void whatTheOwnerForgetsIsForgotten() throws IOException {
    Files.delete(photo);
    look();
    gone().decide(goneId(), new GonePagesResource.Decision("forget"));
    assertEquals(1, world.pages().size());
    assertEquals(
        List.of("6 March 2024\nSun."), world.entries().stream().map(e -> e.text()).toList());
  }

  @Test
  void aPageThatIsThereCannotBeForgottenSo() {
    String there = world.pageAt("b.png").orElseThrow().page();
    assertThrows(
        RefusedException.class,
        () -> gone().decide(there, new GonePagesResource.Decision("forget")));
  }

  @Test
  void aDiskThatIsNotThereSaysNothing() throws IOException {
    Files.delete(photo);
    Files.delete(bucket.resolve("b.png"));
    look();
    assertEquals(List.of(), gone().list().pages());
  }

  private String goneId() {
    return gone().list().pages().getFirst().page();
  }

  private GonePagesResource gone() {
    return new GonePagesResource(world.journal, Caller.of(Identity.owner("test")));
  }

  private void look() {
    for (int times = 0; times < 3; times++) {
      world.settle();
      world.clock.pass(Duration.ofSeconds(6));
    }
  }
}
