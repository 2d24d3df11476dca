package io.chihiro.ingest.listening;

import io.chihiro.events.ListeningRules;
import java.time.Duration;
import java.time.LocalDate;

/// What counts as listening, and on which day.
///
/// @param days which local day a play belongs to: the day it ended on
/// @param shortest a play below this does not count
/// @param playsPerDay plays from which a song belongs to a day
/// @param skipsCount whether a play that was skipped counts, if it is long enough
/// @param secretCounts whether a play counts that its owner marked secret
/// @param apiPlaysTeach whether models may learn from what only Spotify's API told
public record PlayRules(
    LocalDays days,
    Duration shortest,
    int playsPerDay,
    boolean skipsCount,
    boolean secretCounts,
    boolean apiPlaysTeach) {
  public PlayRules {
    if (playsPerDay < 1) {
      throw new IllegalArgumentException("plays per day must be at least 1: " + playsPerDay);
    }
  }

  /// As an installation has it when nobody says more.
  public PlayRules(LocalDays days, Duration shortest, int playsPerDay) {
    this(days, shortest, playsPerDay, true, false, false);
  }

  /// These rules where somebody's own say nothing else.
  public PlayRules with(ListeningRules own) {
    LocalDays zoned = own.zones().map(LocalDays::parse).orElse(days);
    return new PlayRules(
        zoned
            .endingAt(own.dayEndsAt().orElse(days.endsAt()))
            .following(own.followsCountry().orElse(days.followsCountry())),
        own.shortestPlaySeconds().map(Duration::ofSeconds).orElse(shortest),
        own.playsPerDay().orElse(playsPerDay),
        own.skipsCount().orElse(skipsCount),
        own.secretCounts().orElse(secretCounts),
        own.apiPlaysTeach().orElse(apiPlaysTeach));
  }

  /// Whether a listen counts, and if not, why.
  public Verdict verdict(Listen listen) {
    HeardPlay told = listen.told();
    if (listen.secret() && !secretCounts) {
      return Verdict.SECRET;
    }
    if (told.skipped() && !(skipsCount && told.tellsHeard())) {
      return Verdict.SKIPPED;
    }
    boolean unknownLength = told.milliseconds() == 0 && !told.tellsHeard();
    return unknownLength || told.milliseconds() >= shortest.toMillis()
        ? Verdict.COUNTS
        : Verdict.SHORT;
  }

  /// Whether a listen counts.
  public boolean counts(Listen listen) {
    return verdict(listen) == Verdict.COUNTS;
  }

  /// Whether models may learn from a listen.
  public boolean mayTeach(Listen listen) {
    return apiPlaysTeach || listen.mayTeach();
  }

  /// The local day of a listen.
  public LocalDate day(Listen listen, LocalDays.PhotoOffsets photos) {
    return days.of(listen.told().endedAt(), listen.country(), photos);
  }

  /// What becomes of a listen.
  public enum Verdict {
    COUNTS("counts"),
    SHORT("too short"),
    SKIPPED("skipped"),
    SECRET("marked secret");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /// As shown to a person.
    public String words() {
      return words;
    }
  }
}
