package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies in a folder called `private` stays on this machine and out of the index.
class PrivateFolderTest {
  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void live() {
    world = OcrWorld.in(bucket);
  }

  @Test
  void whatIsReadThereIsPrivateFromTheStart() {
    world.photo("journal3/Private/IMG_1.png", 1, "5 March 2024\nRain.");
    world.file("private/2024-03-06.md", "Sun.");
    world.file("private/rows.jsonl", "{\"date\":\"2024-03-07\",\"text\":\"Wind.\"}\n");
    world.settle();
    assertEquals(List.of(Status.PRIVATE, Status.PRIVATE, Status.PRIVATE), statuses());
    assertTrue(world.journal.isPrivate(world.pageAt("journal3/Private/IMG_1.png").orElseThrow()));
  }

  @Test
  void beforeItIsReadItIsPrivateAlready() {
    world.photo("private/IMG_1.png", 1, "5 March 2024\nRain.");
    world.watch.look();
    world.clock.pass(world.settings.stillness());
    world.watch.look();
    assertEquals(List.of(), world.entries());
    assertTrue(world.journal.isPrivate(world.onlyPage()));
  }

  @Test
  void whatIsMovedThereBecomesPrivate() throws IOException {
    Path photo = world.photo("IMG_1.png", 1, "5 March 2024\nRain.");
    world.settle();
    assertEquals(List.of(Status.DRAFT), statuses());
    Files.createDirectories(bucket.resolve("private"));
    Files.move(photo, bucket.resolve("private/IMG_1.png"));
    world.settle();
    assertEquals(List.of(Status.PRIVATE), statuses());
    assertEquals("private/IMG_1.png", world.onlyPage().place());
  }

  @Test
  void aNameThatOnlyBeginsSoIsNotPrivate() {
    world.photo("privates/private-view.png", 1, "5 March 2024\nRain.");
    world.settle();
    assertFalse(world.journal.isPrivate(world.onlyPage()));
  }

  @Test
  void aMemberWhoseNameIsPrivateHasPagesLikeEverybody() {
    world.file("users/private/2024-03-06.md", "Sun.");
    world.file("users/private/private/2024-03-07.md", "Wind.");
    world.settle();
    assertEquals(
        Map.of("Sun.", Status.CONFIRMED, "Wind.", Status.PRIVATE),
        world.entries().stream().collect(Collectors.toMap(EntryRead::text, EntryRead::status)));
  }

  private List<Status> statuses() {
    return world.entries().stream().map(EntryRead::status).toList();
  }
}
