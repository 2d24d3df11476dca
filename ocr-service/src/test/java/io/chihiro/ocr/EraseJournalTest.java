package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Erasure.Kind;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is forgotten of a journal is gone for good, and nothing else is.
class EraseJournalTest {
  private static final String TWO_DAYS =
      "5 March 2024\nRain, and soup afterwards.\n\n6 March 2024\nSun, and a walk to the pier.";

  @TempDir private Path folder;
  private OcrWorld world;

  @BeforeEach
  void live() {
    world = OcrWorld.in(folder.resolve("bucket"));
  }

  @Test
  void anEntryGoesWithItsPageAndItsPhotoStaysUnread() throws IOException {
    Path photo = world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.photo("a/IMG_2.png", 2, "6 March 2024\nSun.");
    world.settle();

    forget(Kind.ENTRY, entryOf("Rain").entry(), false);

    assertEquals(List.of("6 March 2024\nSun."), texts());
    assertTrue(Files.exists(photo));
    assertEquals(State.FORGOTTEN, world.pageAt("a/IMG_1.png").orElseThrow().state());
    world.restarted().settle();
    assertEquals(List.of("6 March 2024\nSun."), texts());
    assertEquals(2, world.engine.asked());
  }

  @Test
  void anOriginalGoesWhereItsOwnerWantsThat() throws IOException {
    Path photo = world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.settle();

    forget(Kind.ENTRY, entryOf("Rain").entry(), true);

    assertFalse(Files.exists(photo));
    assertEquals(List.of(), world.pages());
    assertEquals(List.of(), world.entries());
  }

  @Test
  void whatElseStandsOnAPageStaysAndReadingItAgainBringsNothingBack() throws Exception {
    world.photo("a/IMG_1.png", 1, TWO_DAYS);
    world.settle();
    EntryRead rain = entryOf("Rain");

    forget(Kind.ENTRY, rain.entry(), true);

    assertEquals(State.READ, world.onlyPage().state());
    assertEquals(1, texts().size());
    assertFalse(whole().contains("soup"));
    String reader = world.rereading.readers(OcrWorld.OWNER).getFirst();
    var _ = world.rereading.read(OcrWorld.OWNER, world.onlyPage().page(), reader);
    var _ = world.rereading.take(OcrWorld.OWNER, world.onlyPage().page(), reader);
    assertFalse(whole().contains("soup"));
    assertEquals(
        Status.FORGOTTEN,
        world.events.get(Topics.JOURNAL_ENTRIES, rain.key()).orElseThrow().status());
    assertThrows(RefusedException.class, () -> world.desk.throwAway(OcrWorld.OWNER, rain.entry()));
  }

  @Test
  void aPageThatIsForgottenWhileItIsReadLeavesNothing() throws IOException {
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.watch.look();
    world.clock.pass(world.settings.stillness());
    world.watch.look();
    var page = world.journal.pages(OcrWorld.OWNER).iterator().next();

    world.journal.save(Pages.forgotten(page));
    world.journal.takePage(page, List.of(entry(page.page())));
    world.journal.finish(page.with(State.READ, List.of(), Optional.empty()));

    assertEquals(List.of(), world.entries());
    assertEquals(State.FORGOTTEN, world.onlyPage().state());
  }

  @Test
  void whatIsBeingReadIsForgottenAfterwards() throws Exception {
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.settle();
    Wanted wanted = wanted(Kind.NOTEBOOK, "a", false);
    world.queue.add(world.onlyPage());
    var taken = world.queue.next();

    assertThrows(RefusedException.class, () -> world.erase.erase(OcrWorld.OWNER, wanted));
    world.queue.done(taken);
    var _ = world.erase.erase(OcrWorld.OWNER, wanted);

    assertEquals(List.of(), world.entries());
  }

  @Test
  void aNotebookGoesAndTheOneBesideItStays() throws IOException {
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.photo("a/b/IMG_1.png", 2, "6 March 2024\nSun.");
    world.photo("ab/IMG_1.png", 3, "7 March 2024\nWind.");
    world.settle();

    List<Removed> removed = forget(Kind.NOTEBOOK, "a", true);

    assertEquals(List.of("7 March 2024\nWind."), texts());
    assertEquals(2, count(removed, "entries"));
    assertEquals(2, count(removed, "pages"));
    assertEquals(2, count(removed, "files in the bucket"));
  }

  @Test
  void aDayTakesWhatWasTypedAndWhatWasRead() throws IOException {
    world.photo("a/IMG_1.png", 1, TWO_DAYS);
    world.file("2024-03-05.md", "Soup again.");
    world.settle();

    Scope scope = scope(Kind.DAY, "2024-03-05");
    forget(Kind.DAY, "2024-03-05", false);

    assertEquals(2, scope.entries().size());
    assertEquals(1, texts().size());
    assertTrue(texts().getFirst().contains("pier"));
  }

  @Test
  void everythingLeavesOnlyWhatKeepsTheOriginalsFromBeingReadAgain() throws IOException {
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.file("2024-03-06.md", "Sun.");
    world.settle();
    var _ = world.choices.addWord(OcrWorld.OWNER, "Pomegranata");

    List<Removed> removed = world.erase.erase(OcrWorld.OWNER, wanted(Kind.EVERYTHING, "", false));

    assertEquals(List.of(), world.entries());
    assertEquals(List.of(), world.journal.pages(OcrWorld.OWNER).stream().toList());
    assertEquals(2, world.pages().size());
    assertTrue(world.pages().stream().allMatch(page -> page.capturedAt().isEmpty()));
    assertEquals(1, count(removed, "settings of the journal"));
    assertTrue(world.events.all(Topics.JOURNAL_SETTINGS).isEmpty());
    world.restarted().settle();
    assertEquals(List.of(), world.entries());
  }

  @Test
  void doneAgainItChangesNothing() throws IOException {
    world.photo("a/IMG_1.png", 1, "5 March 2024\nRain.");
    world.settle();
    Wanted wanted = wanted(Kind.NOTEBOOK, "a", true);
    var _ = world.erase.erase(OcrWorld.OWNER, wanted);

    List<Removed> again = world.erase.erase(OcrWorld.OWNER, wanted);

    assertTrue(again.stream().allMatch(each -> each.removed() == 0), again.toString());
  }

  @Test
  void noStepBringsItBack() throws IOException {
    world.file("2024-03-06.md", "Sun.");
    world.settle();
    world.desk.throwAway(OcrWorld.OWNER, world.onlyEntry().entry());

    forget(Kind.DAY, "2024-03-06", true);

    assertEquals(Optional.empty(), world.desk.undoable(OcrWorld.OWNER));
  }

  @Test
  void nobodyForgetsWhatIsNotThere() {
    assertThrows(RefusedException.class, () -> scope(Kind.ENTRY, "nothing"));
    assertThrows(RefusedException.class, () -> scope(Kind.NOTEBOOK, "nowhere"));
    assertThrows(RefusedException.class, () -> scope(Kind.DAY, "yesterday"));
  }

  private List<Removed> forget(Kind kind, String name, boolean originals) throws IOException {
    return world.erase.erase(OcrWorld.OWNER, wanted(kind, name, originals));
  }

  private Wanted wanted(Kind kind, String name, boolean originals) {
    Scope scope = scope(kind, name);
    return new Wanted(
        kind == Kind.EVERYTHING,
        originals,
        scope.entries(),
        scope.pages(),
        scope.days(),
        kind == Kind.DAY);
  }

  private Scope scope(Kind kind, String name) {
    return new ErasureScope(
            world.journal.pages(OcrWorld.OWNER), world.journal.entries(OcrWorld.OWNER))
        .of(new Subject(kind, name, false));
  }

  private EntryRead entryOf(String word) {
    return world.entries().stream()
        .filter(entry -> entry.text().contains(word))
        .findFirst()
        .orElseThrow();
  }

  private static EntryRead entry(String page) {
    return new EntryRead(
        OcrWorld.OWNER,
        EntryIds.ofPage(page, 1),
        Optional.empty(),
        EntryRead.DateSource.NONE,
        Confidence.NONE,
        "Rain.",
        "tesseract",
        Confidence.FULL,
        Status.DRAFT,
        Optional.of(page),
        Optional.empty());
  }

  private List<String> texts() {
    return world.journal.entries(OcrWorld.OWNER).stream().map(EntryRead::text).toList();
  }

  private String whole() {
    return world.events.all(Topics.JOURNAL_ENTRIES).values().toString();
  }

  private static long count(List<Removed> removed, String store) {
    return removed.stream()
        .filter(each -> each.store().equals(store))
        .mapToLong(Removed::removed)
        .sum();
  }
}
