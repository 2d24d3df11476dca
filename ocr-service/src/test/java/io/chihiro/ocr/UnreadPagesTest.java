package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.ReviewList.Item;
import io.chihiro.ocr.engine.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A photo that no engine could read waits in the review for whoever can.
class UnreadPagesTest extends ReviewedPages {
  @Test
  void aPageThatNobodyCouldReadWaitsAmongThoseAroundIt() {
    page("book/1.png", "3 March 2024\nRain.");
    unreadable("book/2.png");
    page("book/3.png", "5 March 2024\nWind.");
    world.settle();

    Item item = waiting().getFirst();
    assertEquals(List.of(ReviewReason.NOT_READ, ReviewReason.NO_DATE), item.reasons());
    assertEquals("book/2.png", item.page().orElseThrow().place());
    assertEquals("3 March 2024\nRain.", item.before().orElseThrow().text());
    assertEquals(1, waiting().size());
    assertEquals(2, world.entries().size());
  }

  @Test
  void theOwnerWritesWhatItSays() {
    String id = waitingUnread();

    EntryRead written = world.desk.confirm(USER, id, day("2024-03-04"), Optional.of("Snow."));

    assertEquals(Status.CONFIRMED, written.status());
    assertEquals("Snow.", written.text());
    assertEquals(List.of(), waiting());
    assertEquals(Optional.of(written), world.journal.entry(USER, id));
    assertEquals(State.READ, world.onlyPage().state());
  }

  @Test
  void nothingIsConfirmedAsNothing() {
    String id = waitingUnread();

    assertThrows(
        RefusedException.class,
        () -> world.desk.confirm(USER, id, day("2024-03-04"), Optional.empty()));
    assertEquals(List.of(), world.entries());
  }

  @Test
  void itIsThrownAwayOnceAndForAll() {
    String id = waitingUnread();
    world.desk.throwAway(USER, id);

    assertEquals(List.of(), waiting());
    assertEquals(Status.DISCARDED, world.onlyEntry().status());
  }

  @Test
  void everyStepCanBeTakenBack() {
    String id = waitingUnread();
    var _ = world.desk.confirm(USER, id, day("2024-03-04"), Optional.of("Snow."));
    var _ = world.desk.undo(USER);

    assertEquals(List.of(id), waiting().stream().map(item -> item.entry().entry()).toList());
    assertEquals(List.of(), world.entries());
  }

  @Test
  void anEngineThatCanReadItTakesItOutOfTheReview() throws Exception {
    var _ = waitingUnread();
    reads("4 March 2024\nSnow.");
    String page = world.onlyPage().page();
    var _ = world.rereading.read(USER, page, "memory");
    var _ = world.rereading.take(USER, page, "memory");

    assertEquals(List.of(), waiting());
    assertEquals("4 March 2024\nSnow.", only().text());
    assertEquals(State.READ, world.onlyPage().state());
  }

  @Test
  void aFileThatIsNoPictureHasNothingToShow() {
    var _ = world.file("cut.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    world.settle();

    assertEquals(State.FAILED, world.onlyPage().state());
    assertEquals(List.of(), waiting());
  }

  private String waitingUnread() {
    unreadable("a.png");
    world.settle();
    assertTrue(waiting().getFirst().entry().text().isEmpty());
    return waiting().getFirst().entry().entry();
  }

  private void unreadable(String place) {
    page(place, "");
    answers(new Reading.Failed("It is too dark."));
  }
}
