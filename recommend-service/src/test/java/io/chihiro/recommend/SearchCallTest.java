package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.door.RefusedException;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SearchCallTest {
  @Test
  void whatIsLookedForIsSaidInWords() {
    assertEquals("by the sea", SearchCall.words("vibe", " by the sea ", 20));
    assertEquals(
        "\"vibe\" is empty: say in a few words what to look for.",
        refusal(() -> SearchCall.words("vibe", "  ", 20)));
    assertEquals(
        "\"vibe\" is empty: say in a few words what to look for.",
        refusal(() -> SearchCall.words("vibe", null, 20)));
    assertEquals(
        "\"line\" has 21 characters; say it in at most 20.",
        refusal(() -> SearchCall.words("line", "x".repeat(21), 20)));
    assertEquals(
        "\"line\" has no words in it: say it in letters rather than signs or pictures.",
        refusal(() -> SearchCall.words("line", "?!", 20)));
  }

  @Test
  void anOpenEndIsAsFarAsItGoes() {
    assertEquals(Optional.empty(), SearchCall.range("valence", null, 0, 1));
    assertEquals(Optional.empty(), SearchCall.range("valence", new Ends(null, null), 0, 1));
    assertEquals(
        Optional.of(new Range(0.5, 1)), SearchCall.range("valence", new Ends(0.5, null), 0, 1));
    assertEquals(
        Optional.of(new Range(0, 0.5)), SearchCall.range("valence", new Ends(null, 0.5), 0, 1));
  }

  @Test
  void aRangeThatIsNoneIsRefusedByName() {
    String sentence =
        "\"valence\" takes a \"from\" that is not above its \"to\", both between 0 and 1.";

    assertEquals(sentence, refusal(() -> SearchCall.range("valence", new Ends(0.6, 0.5), 0, 1)));
    assertEquals(sentence, refusal(() -> SearchCall.range("valence", new Ends(-1.0, 0.5), 0, 1)));
    assertEquals(
        sentence, refusal(() -> SearchCall.range("valence", new Ends(Double.NaN, 0.5), 0, 1)));
  }

  @Test
  void namesAndLimitsAreBounded() {
    assertEquals(Optional.empty(), SearchCall.name("tag", null));
    assertEquals(Optional.of("folk"), SearchCall.name("tag", " folk"));
    assertEquals(
        "\"tag\" takes a text of 1 to 200 characters.", refusal(() -> SearchCall.name("tag", "")));
    assertEquals(10, SearchCall.limit(null, 100));
    assertEquals(
        "The limit must lie between 1 and 100, not 0.", refusal(() -> SearchCall.limit(0, 100)));
  }

  private static String refusal(Executable call) {
    return assertThrows(RefusedException.class, call).detail();
  }
}
