package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.ocr.ReviewList.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What waits for the owner, and what the owner confirms.
class ReviewTest extends ReviewedPages {
  @Test
  void everythingUndatedOrDoubtfulWaitsInTheOrderOfItsNotebook() {
    page("book/1.png", "3 March 2024\nRain.");
    page("book/2.png", "Wind.");
    page("book/3.png", "5 March 2014\nRain.");
    page("book/10.png", "6 March 2024\nRain.");
    page("loose.png", "Sunny.");
    world.file("note.txt", "Undated.");
    world.settle();

    assertEquals(
        List.of(
            List.of(ReviewReason.CONTINUES_PAGE),
            List.of(ReviewReason.OUT_OF_ORDER),
            List.of(ReviewReason.NO_DATE),
            List.of(ReviewReason.NO_DATE)),
        waiting().stream().map(Item::reasons).toList());
    assertEquals(
        List.of("Wind.", "5 March 2014\nRain.", "Sunny.", "Undated."),
        waiting().stream().map(item -> item.entry().text()).toList());
  }

  @Test
  void everyProposalFollowsFromThePagesAround() {
    page("book/1.png", "3 March 2024\nRain.");
    page("book/2.png", "Wind.");
    page("book/3.png", "5 March 2014\nRain.");
    page("book/10.png", "6 March 2024\nRain.");
    page("loose.png", "Sunny.");
    world.settle();

    assertEquals(
        List.of(day("2024-03-03"), day("2024-03-05"), Optional.empty()),
        waiting().stream().map(item -> item.proposal().map(DateProposal::date)).toList());
  }

  @Test
  void aDraftNobodyDoubtsIsShownOnlyToWhoeverAsks() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    assertEquals(List.of(), waiting());
    assertEquals(1, world.desk.items(USER).size());
  }

  @Test
  void whatIsConfirmedWaitsNoMore() {
    page("a.png", "Rain.");
    world.settle();
    EntryRead confirmed =
        world.desk.confirm(USER, only().entry(), day("2024-03-05"), Optional.of("Rain!"));

    assertEquals(Status.CONFIRMED, confirmed.status());
    assertEquals(DateSource.OWNER, confirmed.dateSource());
    assertEquals("Rain.", confirmed.draft().orElseThrow().text());
    assertEquals(List.of(), world.desk.items(USER));
    assertEquals(Optional.of(confirmed), world.journal.entry(USER, confirmed.entry()));
  }

  @Test
  void nothingIsConfirmedWithoutADate() {
    page("a.png", "Rain.");
    world.settle();
    assertThrows(
        RefusedException.class,
        () -> world.desk.confirm(USER, only().entry(), Optional.empty(), Optional.empty()));
  }

  @Test
  void confirmingAPrivateEntryLeavesItPrivate() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    var _ = world.desk.correct(USER, only().entry(), status(Status.PRIVATE));
    var _ = world.desk.confirm(USER, only().entry(), Optional.empty(), Optional.empty());
    assertEquals(Status.PRIVATE, only().status());
  }
}
