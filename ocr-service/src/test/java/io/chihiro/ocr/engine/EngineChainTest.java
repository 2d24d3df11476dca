package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.events.Confidence;
import io.chihiro.events.PageScanned.Attempt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineChainTest {
  private static final Reading TEXT = new Reading.Text("Rain.", new Confidence(0.8));

  @Test
  void whoeverReadsFirstIsTheLastToBeAsked() throws Exception {
    var first = new RecordedEngine("first", TEXT);
    var second = new RecordedEngine("second", TEXT);
    var read = EngineChain.ofLocal(List.of(first, second)).read(page());
    assertEquals(TEXT, read.reading());
    assertEquals(Optional.of("first"), read.engine());
    assertEquals(List.of(new Attempt("first", "read", Optional.empty())), read.attempts());
    assertEquals(0, second.asked());
  }

  @Test
  void refusalsTimeOutsAndFailuresPassToTheNextAndAreRecorded() throws Exception {
    var chain =
        EngineChain.ofLocal(
            List.of(
                new RecordedEngine("a", new Reading.Refused("It refused.")),
                new RecordedEngine("b", new Reading.TimedOut("It was late.")),
                new RecordedEngine("c", new Reading.Failed("It broke.")),
                new RecordedEngine("d", TEXT)));
    var read = chain.read(page());
    assertEquals(Optional.of("d"), read.engine());
    assertEquals(
        List.of(
            new Attempt("a", "refused", Optional.of("It refused.")),
            new Attempt("b", "timed out", Optional.of("It was late.")),
            new Attempt("c", "failed", Optional.of("It broke.")),
            new Attempt("d", "read", Optional.empty())),
        read.attempts());
  }

  @Test
  void whenNobodyReadsItTheLastOnesReasonStands() throws Exception {
    var last = new Reading.Refused("No text was found on the page.");
    var chain =
        EngineChain.ofLocal(
            List.of(
                new RecordedEngine("a", new Reading.Failed("It broke.")),
                new RecordedEngine("b", last)));
    var read = chain.read(page());
    assertEquals(last, read.reading());
    assertEquals(Optional.empty(), read.engine());
    assertEquals(2, read.attempts().size());
  }

  @Test
  void aChainWithoutEnginesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EngineChain.ofLocal(List.of()));
  }

  private static PageToRead page() {
    return new PageToRead("owner", "ab", new InMemoryImage(), () -> false);
  }
}
