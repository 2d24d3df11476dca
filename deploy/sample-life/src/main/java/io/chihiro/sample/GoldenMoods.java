package io.chihiro.sample;

import static io.chihiro.sample.Era.BURN_OUT;
import static io.chihiro.sample.Era.BY_THE_SEA;
import static io.chihiro.sample.Era.FALLING_IN_LOVE;
import static io.chihiro.sample.Era.FIRST_WINTER;
import static io.chihiro.sample.Era.GRIEF;
import static io.chihiro.sample.Era.THE_BAND;
import static io.chihiro.sample.Era.TRAVELLING;

import java.util.List;

/// Thirty moods with their true eras, written without the diary's phrases and without its places.
public final class GoldenMoods {
  private static final List<GoldenMood> ALL =
      List.of(
          mood("I feel invisible in a town where people already have each other.", FIRST_WINTER),
          mood("I just moved and my evenings are silent, with no friends to call.", FIRST_WINTER),
          mood("I wish anyone at all would ask me how my day went.", FIRST_WINTER),
          mood("So isolated, always watching other people live their lives.", FIRST_WINTER),
          mood("I haven't talked with another human all weekend.", FIRST_WINTER),
          mood("I can't concentrate, I keep smiling about a guy I recently met.", FALLING_IN_LOVE),
          mood("My pulse leaps whenever he texts me.", FALLING_IN_LOVE),
          mood("I feel giddy and restless, like a teenager with a crush.", FALLING_IN_LOVE),
          mood("We are so smitten that even boring errands are romantic.", FALLING_IN_LOVE),
          mood("I'm exhausted by deadlines and can't switch my head off.", BURN_OUT),
          mood("I dread going in on Monday, the pressure never lets up.", BURN_OUT),
          mood("I work constantly and feel hollow and numb.", BURN_OUT),
          mood("My job makes me neglect everyone I care about.", BURN_OUT),
          mood("The stress is too much, I'm overwhelmed and losing patience.", BURN_OUT),
          mood("A person I loved died and the rest of the planet just carries on.", GRIEF),
          mood("I regret that I did not phone more often while it was possible.", GRIEF),
          mood("I miss my grandfather, and it hurts at the oddest moments.", GRIEF),
          mood("Little objects that belonged to him make me weep.", GRIEF),
          mood("I'm slowly recovering, and calm days without duties help me heal.", BY_THE_SEA),
          mood("Today I'm relaxed, calm, unhurried for once.", BY_THE_SEA),
          mood("Resting after a hard year, gently getting my strength back.", BY_THE_SEA),
          mood("I'd like to do very little today and simply breathe.", BY_THE_SEA),
          mood("I feel free, far away, with no itinerary and all of it unfamiliar.", TRAVELLING),
          mood("I'm hungry for adventure and for roads I have never seen.", TRAVELLING),
          mood("Amazed at how big the earth is and how kind foreigners can be.", TRAVELLING),
          mood("I want to wander through unknown streets and see where I end up.", TRAVELLING),
          mood("I'm buzzing because we created something as a group.", THE_BAND),
          mood("I love making music with my noisy, silly friends.", THE_BAND),
          mood("Thrilled and terrified to perform in front of an audience.", THE_BAND),
          mood("I feel loud, proud and full of energy after a great show.", THE_BAND));

  private GoldenMoods() {}

  /// All thirty, four or five an era.
  public static List<GoldenMood> all() {
    return ALL;
  }

  private static GoldenMood mood(String text, Era era) {
    return new GoldenMood(text, era);
  }
}
