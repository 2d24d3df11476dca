package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddedTextsTest {
  private static final String DAY = "owner/2024-03-05";
  private static final String BASE = "base";

  private final EmbeddedTexts known = new EmbeddedTexts();

  @Test
  void whatAnotherCopyHasWrittenIsKnown() {
    known.note(DAY, BASE, Optional.of("one"));
    assertTrue(known.knows(DAY, BASE, "one"));
    known.note(DAY, BASE, Optional.empty());
    assertEquals(Set.of(), known.versions(DAY));
  }

  @Test
  void anOlderRecordThatComesByLateUndoesNothing() {
    known.writes(DAY, BASE, "two");
    known.remember(DAY, BASE, "two");
    known.note(DAY, BASE, Optional.of("one"));
    assertTrue(known.knows(DAY, BASE, "two"));
  }

  @Test
  void whatAnotherCopyWritesAfterOursHolds() {
    known.writes(DAY, BASE, "two");
    known.remember(DAY, BASE, "two");
    known.note(DAY, BASE, Optional.of("two"));
    known.note(DAY, BASE, Optional.of("three"));
    assertTrue(known.knows(DAY, BASE, "three"));
  }

  @Test
  void whatComesByBeforeItIsCalledSafeIsNotTakenForOlder() {
    known.writes(DAY, BASE, "two");
    known.note(DAY, BASE, Optional.of("two"));
    known.remember(DAY, BASE, "two");
    known.note(DAY, BASE, Optional.of("three"));
    assertTrue(known.knows(DAY, BASE, "three"));
  }

  @Test
  void whatIsAboutToBeWrittenIsNotKnownYet() {
    known.writes(DAY, BASE, "two");
    assertFalse(known.knows(DAY, BASE, "two"));
  }

  @Test
  void whatWasTakenBackHereDoesNotComeBack() {
    known.note(DAY, BASE, Optional.of("one"));
    known.forget(DAY, BASE);
    known.note(DAY, BASE, Optional.of("one"));
    assertEquals(Set.of(), known.versions(DAY));
  }
}
