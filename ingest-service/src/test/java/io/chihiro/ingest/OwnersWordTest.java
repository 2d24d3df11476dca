package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.ListeningRules;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import io.chihiro.ingest.listening.SongName;
import io.chihiro.ingest.listening.ToldPlays;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What somebody says of their listening is heard without importing again, and outlasts imports.
class OwnersWordTest extends DrivenTopology {
  private static final String DAY = "owner/2024-03-05";
  private static final Song BUS = new Song("Night Bus", "Ana Moura");

  @Test
  void aDeletedPlayStaysDeletedWhenItIsImportedAgain() {
    fourOf(SEA);
    assertEquals(4, playsOn(DAY));

    correct(played(SEA, 0), word -> word.deleted = true);
    assertEquals(3, playsOn(DAY));

    send(played(SEA, 0));
    assertEquals(Map.of(), settled());
    unsay(Topics.PLAY_CORRECTIONS, "owner/" + played(SEA, 0).play());
    assertEquals(4, playsOn(DAY));
  }

  @Test
  void whatIsSaidBeforeThePlayIsThereHoldsAsWell() {
    correct(played(SEA, 0), word -> word.deleted = true);
    fourOf(SEA);

    assertEquals(3, playsOn(DAY));
  }

  @Test
  void aPlayMovedToAnotherDayCountsThere() {
    fourOf(SEA);
    write("b", "2024-06-01", "Summer.");
    for (int i = 0; i < 3; i++) {
      int later = i;
      correct(
          played(SEA, i),
          word -> word.endedAt = Optional.of(Instant.parse("2024-06-01T10:0" + later + ":00Z")));
    }

    Map<String, Moment> after = latest();
    assertEquals(List.of(), songs(after, DAY));
    assertEquals(List.of("Salt Water 3"), songs(after, "owner/2024-06-01"));

    for (int i = 0; i < 4; i++) {
      send(played(SEA, i));
    }
    assertEquals(Map.of(), settled(), "importing again moves nothing back");
  }

  @Test
  void aSecretPlayDoesNotCountUnlessItsOwnerSaysSo() {
    fourOf(SEA);
    correct(played(SEA, 0), word -> word.secret = true);
    assertEquals(3, playsOn(DAY));

    rules(new Rules().secretCounts(true));

    assertEquals(4, playsOn(DAY));
  }

  @Test
  void theShortestPlayIsARuleThatChangesHistory() {
    fourOf(SEA);
    assertEquals(4, playsOn(DAY));

    rules(new Rules().shortestPlaySeconds(200));
    assertEquals(List.of(), songs(latest(), DAY));

    unsay(Topics.LISTENING_RULES, "owner/rules");
    assertEquals(4, playsOn(DAY));
  }

  @Test
  void anotherTimeZoneDatesHistoryAnew() {
    write("b", "2024-03-06", "After midnight.");
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 3; i++) {
      play("p" + i, SEA, Instant.parse("2024-03-05T16:10:00Z").plusSeconds(300L * i));
    }
    assertEquals(List.of("Salt Water 3"), songs(latest(), DAY));

    rules(new Rules().zones("UTC,2024-03-01:Asia/Taipei"));
    Map<String, Moment> inTaipei = latest();
    assertEquals(List.of(), songs(inTaipei, DAY));
    assertEquals(List.of("Salt Water 3"), songs(inTaipei, "owner/2024-03-06"));

    rules(new Rules().zones("Asia/Taipei").dayEndsAt(LocalTime.of(4, 0)));
    assertEquals(List.of("Salt Water 3"), songs(latest(), DAY));
  }

  @Test
  void aRuleSaidBeforeThereIsAnyTextHolds() {
    rules(new Rules().shortestPlaySeconds(200));
    fourOf(SEA);

    assertEquals(List.of(), songs(latest(), DAY));
  }

  @Test
  void photosTellTheZoneInACountryOfSeveral() {
    write("a", "2024-03-04", "Los Angeles.");
    write("b", "2024-03-05", "At home it was this day already.");
    for (int i = 0; i < 3; i++) {
      send(inAmerica(i));
    }
    assertEquals(List.of("Salt Water 3"), songs(latest(), DAY));

    say(Topics.JOURNAL_PAGES, "owner/photo", photo());

    assertEquals(List.of("Salt Water 3"), songs(latest(), "owner/2024-03-04"));
  }

  @Test
  void songsAreMergedAndSplitByHand() {
    write("a", "2024-03-05", "A day.");
    Song salt = new Song("Salzwasser", "The Harbour Lights");
    send(played(SEA, 0));
    send(played(SEA, 1));
    send(played(salt, 2));
    assertEquals(List.of(), songs(latest(), DAY));
    String alias = SongName.of(salt).id();

    say(Topics.SONG_ALIASES, "owner/" + alias, new SongAliased("owner", alias, SEA));
    assertEquals(List.of("Salt Water 3"), songs(latest(), DAY));

    unsay(Topics.SONG_ALIASES, "owner/" + alias);
    assertEquals(List.of(), songs(latest(), DAY));
  }

  @Test
  void aRemasterIsTheSongUntilItIsSplitOff() {
    write("a", "2024-03-05", "A day.");
    Song remaster = new Song("Salt Water - 2011 Remaster", "The Harbour Lights");
    send(played(SEA, 0));
    send(played(SEA, 1));
    send(played(remaster, 2));
    assertEquals(List.of("Salt Water 3"), songs(latest(), DAY));

    say(
        Topics.SONG_ALIASES,
        "owner/" + remaster.identity(),
        new SongAliased("owner", remaster.identity(), remaster));

    assertEquals(List.of(), songs(latest(), DAY));
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

    rules(new Rules().apiPlaysTeach(true));

    assertEquals(List.of("Night Bus", "Salt Water"), learnable());
  }

  @Test
  void theCatalogueKnowsASongByEverySpellingAndId() {
    send(told(Source.LAST_FM, new Song("Salt Water", "The Harbour Lights feat. Ana"), 0));
    send(told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, 1));
    send(told(Source.SPOTIFY_EXTENDED_HISTORY, SEA, 2));

    var described = songs.readKeyValuesToList();
    SongDescribed last =
        Wire.read(described.getLast().key, described.getLast().value, SongDescribed.class);

    assertEquals(2, described.size(), "the third play told nothing new");
    assertEquals(SEA, last.named());
    assertEquals(2, last.spellings().size());
    assertEquals(1, last.ids().getOrDefault("spotify", List.of()).size());
    assertTrue(described.getLast().key.startsWith("owner/"));
  }

  private List<String> learnable() {
    return moment(DAY).learnable().songs().stream().map(each -> each.song().title()).toList();
  }

  private static List<String> songs(Map<String, Moment> moments, String day) {
    return Objects.requireNonNull(moments.get(day), day).songs().stream()
        .map(OwnersWordTest::line)
        .toList();
  }

  private static String line(SongPlays song) {
    return song.song().title() + " " + song.plays();
  }

  private void fourOf(Song song) {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 4; i++) {
      send(played(song, i));
    }
  }

  private static TrackPlayed played(Song song, int number) {
    return told(Source.SPOTIFY_EXTENDED_HISTORY, song, number);
  }

  private static TrackPlayed told(Source source, Song song, int number) {
    return ToldPlays.told(source, song, NOON.plusSeconds(300L * number), 180_000);
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

  private void rules(Rules rules) {
    say(Topics.LISTENING_RULES, "owner/rules", rules.said());
  }

  private interface Saying {
    void of(Word word);
  }

  private void correct(TrackPlayed play, Saying saying) {
    Word word = new Word();
    saying.of(word);
    PlayCorrected said =
        new PlayCorrected(
            "owner",
            play.play(),
            play.endedAt(),
            word.deleted,
            word.secret,
            false,
            Optional.empty(),
            word.endedAt,
            Optional.empty());
    say(Topics.PLAY_CORRECTIONS, said.key(), said);
  }

  private static final class Word {
    private boolean deleted;
    private boolean secret;
    private Optional<Instant> endedAt = Optional.empty();
  }

  private static final class Rules {
    private Optional<String> zones = Optional.empty();
    private Optional<LocalTime> dayEndsAt = Optional.empty();
    private Optional<Integer> shortest = Optional.empty();
    private Optional<Boolean> secretCounts = Optional.empty();
    private Optional<Boolean> apiPlaysTeach = Optional.empty();

    Rules zones(String written) {
      zones = Optional.of(written);
      return this;
    }

    Rules dayEndsAt(LocalTime end) {
      dayEndsAt = Optional.of(end);
      return this;
    }

    Rules shortestPlaySeconds(int seconds) {
      shortest = Optional.of(seconds);
      return this;
    }

    Rules secretCounts(boolean counts) {
      secretCounts = Optional.of(counts);
      return this;
    }

    Rules apiPlaysTeach(boolean teach) {
      apiPlaysTeach = Optional.of(teach);
      return this;
    }

    ListeningRules said() {
      return new ListeningRules(
          "owner",
          zones,
          dayEndsAt,
          Optional.empty(),
          shortest,
          Optional.empty(),
          secretCounts,
          Optional.empty(),
          apiPlaysTeach);
    }
  }
}
