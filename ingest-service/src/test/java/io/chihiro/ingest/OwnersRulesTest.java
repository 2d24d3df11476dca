package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.PageScanned;
import io.chihiro.events.Song;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What counts and on which day it falls is a rule of its owner's, and a new rule changes history.
class OwnersRulesTest extends OwnersTopology {
  private static final Song BUS = new Song("Night Bus", "Ana Moura");

  @Test
  void theShortestPlayIsARuleThatChangesHistory() {
    day(SEA, SEA, SEA, SEA);
    assertEquals(4, playsOn(DAY));

    rules(said -> said.shortestPlaySeconds = Optional.of(200));
    assertEquals(List.of(), songsOn(DAY));

    unsay(Topics.LISTENING_RULES, "owner/rules");
    assertEquals(4, playsOn(DAY));
  }

  @Test
  void anotherTimeZoneDatesHistoryAnew() {
    write("b", "2024-03-06", "After midnight.");
    write("a", "2024-03-05", "A day.");
    thrice(SEA, Instant.parse("2024-03-05T16:05:00Z"));
    assertEquals(List.of("Salt Water 3"), songsOn(DAY));

    rules(said -> said.zones = Optional.of("UTC,2024-03-01:Asia/Taipei"));
    Map<String, Moment> inTaipei = latest();
    assertEquals(List.of(), songs(inTaipei, DAY));
    assertEquals(List.of("Salt Water 3"), songs(inTaipei, "owner/2024-03-06"));

    rules(
        said -> {
          said.zones = Optional.of("Asia/Taipei");
          said.dayEndsAt = Optional.of(LocalTime.of(4, 0));
        });
    assertEquals(List.of("Salt Water 3"), songsOn(DAY));
  }

  @Test
  void aRuleSaidBeforeThereIsAnyTextHolds() {
    rules(said -> said.shortestPlaySeconds = Optional.of(200));
    day(SEA, SEA, SEA, SEA);

    assertEquals(List.of(), songsOn(DAY));
  }

  @Test
  void photosTellTheZoneInACountryOfSeveral() {
    write("a", "2024-03-04", "Los Angeles.");
    write("b", "2024-03-05", "At home it was this day already.");
    for (int i = 0; i < 3; i++) {
      send(inAmerica(i));
    }
    assertEquals(List.of("Salt Water 3"), songsOn(DAY));

    say(Topics.JOURNAL_PAGES, "owner/photo", photo());

    assertEquals(List.of("Salt Water 3"), songsOn("owner/2024-03-04"));
  }

  @Test
  void whatOnlySpotifysApiToldTeachesNothingUntilItsOwnerSaysSo() {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 3; i++) {
      send(told(Source.SPOTIFY_API, SEA, i));
      send(told(Source.SPOTIFY_API, BUS, 10 + i));
      send(told(Source.SPOTIFY_EXTENDED_HISTORY, BUS, 10 + i));
    }
    assertEquals(List.of("Night Bus"), learnable());

    rules(said -> said.apiPlaysTeach = Optional.of(true));

    assertEquals(List.of("Night Bus", "Salt Water"), learnable());
  }

  private List<String> learnable() {
    return moment(DAY).learnable().songs().stream().map(each -> each.song().title()).toList();
  }

  private static TrackPlayed inAmerica(int number) {
    return new TrackPlayed(
        "owner",
        "america" + number,
        SEA,
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2024-03-05T03:00:00Z").plusSeconds(300L * number),
        180_000,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of("US"),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }

  private static PageScanned photo() {
    return new PageScanned(
        "owner",
        "photo",
        "photo.jpg",
        1,
        "jpeg",
        Optional.of(LocalDateTime.parse("2024-03-05T10:00:00")),
        Optional.of(ZoneOffset.ofHours(-8)),
        PageScanned.State.READ,
        List.of(),
        Optional.empty());
  }
}
