package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.Era;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.GoldenMood;
import io.chihiro.sample.ImportAccount;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.SongName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The main job, whole: a life goes in, songs come out with the pages that prove them.
@Order(1)
class FirstLightIT {
  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final double LEAST_PRECISION = 0.60;
  private static final double TIMES_BETTER = 3;

  private final LivedSystem lived;
  private final SampleLife life;
  private final Api api;

  FirstLightIT() throws Exception {
    lived = Systems.sampleLife();
    life = lived.life();
    api = lived.system().api();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theAccountOfTheImportIsTheExpectedOne() {
    JsonNode told = lived.imported();
    assertEquals("done", told.path("status").asText(), told.path("message").asText());
    SortedMap<String, Integer> dropped = new TreeMap<>();
    told.path("dropped")
        .properties()
        .forEach(reason -> dropped.put(reason.getKey(), reason.getValue().asInt()));
    assertEquals(
        life.expectedAccount(),
        new ImportAccount(told.path("rows").asInt(), told.path("stored").asInt(), dropped));
    assertEquals(0, told.path("waiting").asInt());
  }

  @Test
  void theMomentsAreTheOnesCountedIndependently() throws Exception {
    Set<LocalDate> undated =
        life.journal().pages().stream()
            .filter(page -> !page.dateWritten())
            .map(PhotographedPage::date)
            .collect(Collectors.toSet());
    List<ExpectedMoment> expected =
        life.expectedMoments().stream()
            .filter(moment -> !undated.contains(moment.date()) && !moment.songs().isEmpty())
            .toList();
    List<ExpectedMoment> told = Moments.between(api, Era.FIRST_DAY, Era.LAST_DAY);
    assertEquals(dates(expected), dates(told));
    assertEquals(expected, told);
  }

  @Test
  void answersToGoldenMoodsBelongToTheirEra(TestReporter reporter) {
    double ours = life.precision().of(this::songsFor);
    double mostPlayed = life.precision().mostPlayed(life.expectedMoments());
    double random = life.precision().random(life.expectedMoments(), SampleLife.SEED);
    String all =
        "era precision@5 %.3f, most played %.3f, random %.3f".formatted(ours, mostPlayed, random);
    reporter.publishEntry(all);
    assertTrue(ours >= LEAST_PRECISION, all);
    assertTrue(ours >= TIMES_BETTER * Math.max(mostPlayed, random), all);
  }

  @Test
  void anAnswerQuotesThePageThatProvesIt() throws Exception {
    Map<LocalDate, String> texts = new TreeMap<>();
    life.journal().typedDays().forEach(day -> texts.put(day.date(), day.text()));
    JsonNode songs = api.ask("I feel free and far away.", 5).fine().path("songs");
    assertEquals(5, songs.size());
    for (JsonNode song : songs) {
      JsonNode evidence = song.path("evidence").path(0);
      LocalDate date = LocalDate.parse(evidence.path("date").asText());
      assertTrue(evidence.path("plays").asInt() >= ExpectedMoment.LEAST_PLAYS);
      String text = texts.getOrDefault(date, evidence.path("excerpt").asText());
      assertTrue(text.contains(evidence.path("excerpt").asText()), date + " is not quoted");
    }
  }

  @Test
  void aCorrectedEntryMovesItsMomentAndADeletedOneTakesItAway() throws Exception {
    LocalDate wrong = LocalDate.parse("2023-05-06");
    LocalDate right = LocalDate.parse("2023-05-07");
    importPlays(
        new PlaysFile()
            .heard(wrong, "Wrong Day", "Nobody", 3)
            .heard(right, "Right Day", "Nobody", 4));
    String id = api.enter(wrong, "We planted the lemon tree.");
    await(wrong, "Wrong Day", "We planted the lemon tree.");

    var _ = api.put(address(id), "{\"date\":\"" + right + "\"}").fine();
    await(right, "Right Day", "We planted the lemon tree.");
    awaitGone(wrong);

    var _ = api.put(address(id), "{\"text\":\"We planted two lemon trees.\"}").fine();
    await(right, "Right Day", "We planted two lemon trees.");

    assertEquals(204, api.delete(address(id)).status());
    awaitGone(right);
  }

  @Test
  void aPhotoDroppedIsSoonRecommendable(TestReporter reporter) throws Exception {
    LocalDate day = LocalDate.parse("2023-03-04");
    importPlays(new PlaysFile().heard(day, "Kite Song", "The Gulls", 3));
    String text = "We flew a red kite on the windy hill all afternoon and laughed.";
    var page =
        new PhotographedPage(
            "IMG_2303.jpg",
            day,
            "4 March 2023",
            text,
            Format.JPEG,
            Optional.of(day.atTime(20, 0).atOffset(ZoneOffset.UTC)),
            1);
    byte[] photo = page.bytes();
    long begin = System.nanoTime();
    LivedSystem.drop(lived.system(), page.file(), photo);
    boolean _ =
        Patience.until(
            Duration.ofSeconds(60),
            "the photo is recommendable",
            () -> Optional.of(recommended(text, "Kite Song", day)).filter(there -> there));
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    reporter.publishEntry("a dropped photo was recommendable after %d ms".formatted(millis));
  }

  @Test
  void aPlayShowsSoonAfterItsImportEnds(TestReporter reporter) throws Exception {
    LocalDate day = LocalDate.parse("2023-06-10");
    String id = api.enter(day, "The swifts are back above the roof.");
    var played = new PlaysFile().heard(day, "Swifts", "The Roofs", 5).named("late.json");
    JsonNode done = api.importPlays(played, SECONDS);
    long begin = System.nanoTime();
    assertEquals("done", done.path("status").asText());
    await(day, "Swifts", "The swifts are back above the roof.");
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    reporter.publishEntry("plays showed %d ms after their import ended".formatted(millis));
    assertEquals(204, api.delete(address(id)).status());
  }

  private static List<LocalDate> dates(List<ExpectedMoment> moments) {
    return moments.stream().map(ExpectedMoment::date).toList();
  }

  private List<SongName> songsFor(GoldenMood mood) {
    try {
      List<SongName> songs = new ArrayList<>();
      for (JsonNode song : api.ask(mood.text(), 5).fine().path("songs")) {
        songs.add(new SongName(song.path("title").asText(), song.path("artist").asText()));
      }
      return songs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean recommended(String mood, String title, LocalDate day) throws Exception {
    for (JsonNode song : api.ask(mood, 10).fine().path("songs")) {
      boolean dayProvesIt = song.path("evidence").findValuesAsText("date").contains(day.toString());
      if (song.path("title").asText().equals(title) && dayProvesIt) {
        return true;
      }
    }
    return false;
  }

  private void importPlays(PlaysFile plays) throws Exception {
    JsonNode done = api.importPlays(plays.named("a-few.json"), SECONDS);
    assertEquals("done", done.path("status").asText(), done.path("message").asText());
  }

  private static String address(String entry) {
    return "/api/v1/journal/entries/" + entry;
  }

  private void await(LocalDate day, String song, String text) throws Exception {
    JsonNode _ =
        Patience.until(
            SECONDS,
            "the moment of " + day,
            () ->
                Moments.on(api, day)
                    .filter(moment -> moment.path("text").asText().equals(text))
                    .filter(
                        moment ->
                            moment.path("songs").path(0).path("title").asText().equals(song)));
  }

  private void awaitGone(LocalDate day) throws Exception {
    boolean _ =
        Patience.until(
            SECONDS,
            "the moment of " + day + " is gone",
            () -> Optional.of(Moments.on(api, day).isEmpty()).filter(gone -> gone));
  }
}
