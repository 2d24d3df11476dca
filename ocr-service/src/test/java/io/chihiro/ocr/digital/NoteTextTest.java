package io.chihiro.ocr.digital;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Met [[Ana]] at the harbour.; Met Ana at the harbour.",
        "Met [[People/Ana|Ana]] again.; Met Ana again.",
        "Read [[Dune#Chapter 2]].; Read Dune#Chapter 2.",
        "A #[[long tag]] here.; A long tag here.",
        "Sea. ![[IMG_1.png]]; Sea.",
        "Sea. ![the sea](assets/sea.png); Sea.",
        "- [ ] Call mother; - Call mother",
        "- [x] Call mother ✅ 2024-03-05; - Call mother",
        "- TODO [#A] Call mother; - Call mother",
        "- DONE Call mother; - Call mother",
        "A thought. ^a1b2c3; A thought.",
        "See ((65f0c2d1-1111-4222-8333-444455556666)) there.; See  there.",
        "Rain %%nobody reads this%% all day.; Rain  all day.",
        "> [!note] Rain; > Rain",
        "{{embed}} Rain.; Rain.",
        "Call [mother](tel:1) now.; Call [mother](tel:1) now.",
        "- I saw TODO on the door.; - I saw TODO on the door.",
        "Half past 4: tea :: cake.; Half past 4: tea :: cake."
      })
  void whatIsThereForTheProgramGoes(String written, String words) {
    assertEquals(words, NoteText.of(written));
  }

  @Test
  void propertiesClocksAndQueriesAreNoWords() {
    String note =
        """
        title:: Tuesday
        - Rain all day.
          id:: 65f0c2d1-1111-4222-8333-444455556666
          collapsed:: true
        - DOING Paint the door
          SCHEDULED: <2024-03-05 Tue>
          :LOGBOOK:
          CLOCK: [2024-03-05 Tue 10:00:00]
          :END:

        ```dataview
        LIST FROM #day
        ```
        """;
    assertEquals("- Rain all day.\n- Paint the door", NoteText.of(note));
  }

  @Test
  void theBulletsOfAnOutlineAreNoWords() {
    assertEquals(
        "Rain all day.\nAnd at night.",
        NoteText.of("- Rain all day.\n\t- And at night.\n-", Vault.LOGSEQ));
  }
}
