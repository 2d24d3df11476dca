package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Event;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Rejected;
import io.chihiro.events.Song;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.Wire;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.local.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What nobody can read stops nothing, is listed with its reason, and comes in once it can be read.
@Order(9)
class RejectedIT {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String REJECTED = "/api/v1/rejected";
  private static final byte[] POISON =
      "a page of somebody's diary".getBytes(StandardCharsets.UTF_8);
  private static final List<Topic<?>> POISONED =
      List.of(Topics.PLAYS, Topics.JOURNAL_ENTRIES, Topics.MOMENTS);
  private static final Song SONG = new Song("Salt Water", "The Harbour Lights");

  /// Embedding and recommend-service both read moments.
  private static final int PUT_ASIDE = POISONED.size() + 1;

  @Test
  void poisonStopsNothingAndWhatCanBeReadByNowComesIn() throws Exception {
    RunningSystem system = Systems.fresh("Europe/London");
    // What is written past its services is sealed with the keys of this system.
    ProcessSeal.install(system.keys());
    try (Api api = system.api();
        KafkaEventWriter writer =
            new KafkaEventWriter("127.0.0.1:" + system.ports().broker(), "test")) {
      POISONED.forEach(topic -> writer.writeAgain(topic, "owner/2024-03-01", POISON));
      writer.flush();
      comesIn(api, LocalDate.parse("2024-03-05"));
      awaitListed(api, PUT_ASIDE);
      eachSaysWhyAndNotWhat(api);
      replayedItIsRejectedAgain(api);
      whatAnEarlierReleaseCouldNotReadComesIn(api, writer);
      counted(system, api);
      aPersonSeesToThem(system, api);
      counted(system, api);
    }
  }

  /// A day behind the poison, on the same partitions.
  private static void comesIn(Api api, LocalDate day) throws Exception {
    var _ =
        api.post(
                "/api/v1/journal/entries",
                "{\"date\":\"%s\",\"text\":\"Rain at the harbour.\"}".formatted(day))
            .fine();
    for (int play = 0; play < 3; play++) {
      var _ =
          api.post(
                  "/api/v1/plays",
                  "{\"title\":\"%s\",\"artist\":\"%s\",\"endedAt\":\"%sT1%d:00:00Z\",\"msPlayed\":180000}"
                      .formatted(SONG.title(), SONG.artist(), day, play))
              .fine();
    }
    awaitMoment(api, day);
  }

  private static void awaitMoment(Api api, LocalDate day) throws Exception {
    boolean _ =
        Patience.until(
            LONGEST,
            "the moment of " + day,
            () ->
                Moments.on(api, day)
                    .map(moment -> moment.path("songs").size() == 1)
                    .filter(there -> there));
  }

  private static void awaitListed(Api api, int count) throws Exception {
    boolean _ =
        Patience.until(
            LONGEST,
            count + " rejected records",
            () -> Optional.of(listed(api).size() == count).filter(all -> all));
  }

  private static JsonNode listed(Api api) throws Exception {
    JsonNode all = api.get(REJECTED).fine();
    assertEquals(all.path("total").asInt(), all.path("rejected").size());
    return all.path("rejected");
  }

  private static void eachSaysWhyAndNotWhat(Api api) throws Exception {
    for (JsonNode each : listed(api)) {
      assertTrue(each.path("reason").asText().startsWith("not a readable"), each.toString());
      assertEquals("owner/2024-03-01", each.path("key").asText());
      assertEquals(POISON.length, each.path("bytes").asInt(), each.toString());
      assertFalse(each.toString().contains("diary"), each.toString());
    }
    assertEquals(1, api.get(REJECTED + "?limit=1").fine().path("rejected").size());
    assertEquals(1, api.get(REJECTED + "?limit=9&offset=3").fine().path("rejected").size());
  }

  private static void replayedItIsRejectedAgain(Api api) throws Exception {
    String before = idOf(api, Topics.PLAYS);
    assertEquals("replayed", replay(api, before).fine().path("outcome").asText());
    String after =
        Patience.until(
            LONGEST,
            "the play is rejected again",
            () -> Optional.of(idOf(api, Topics.PLAYS)).filter(id -> !id.isEmpty()));
    assertFalse(before.equals(after));
    assertEquals(404, replay(api, before).status());
    awaitListed(api, PUT_ASIDE);
    assertEquals(204, api.delete(REJECTED + "/" + after).status());
    assertEquals(404, api.delete(REJECTED + "/" + after).status());
    awaitListed(api, PUT_ASIDE - 1);
  }

  private static Api.Reply replay(Api api, String id) throws Exception {
    return api.post(REJECTED + "/" + id + "/replay", "{}");
  }

  private static String idOf(Api api, Topic<?> topic) throws Exception {
    for (JsonNode each : listed(api)) {
      if (each.path("topic").asText().equals(topic.name())) {
        return each.path("id").asText();
      }
    }
    return "";
  }

  /// Its bytes are whole, and lie where they lay when that release put them aside.
  private static void whatAnEarlierReleaseCouldNotReadComesIn(Api api, KafkaEventWriter writer)
      throws Exception {
    LocalDate day = LocalDate.parse("2024-03-06");
    putAsideWhereItLies(
        writer, Topics.INGEST_REJECTED, Topics.JOURNAL_ENTRIES, entry(day).key(), entry(day));
    for (int hour = 10; hour < 13; hour++) {
      TrackPlayed play = play(Instant.parse("%sT%d:00:00Z".formatted(day, hour)));
      putAsideWhereItLies(writer, Topics.INGEST_REJECTED, Topics.PLAYS, play.key(), play);
    }
    LocalDate other = LocalDate.parse("2024-03-07");
    Moment moment =
        new Moment("owner", other, "Late.", List.of(new SongPlays(SONG, 3, Optional.empty())));
    putAsideWhereItLies(writer, Topics.EMBEDDING_REJECTED, Topics.MOMENTS, moment.key(), moment);
    // Something newer lies under its key by now.
    Moment old = new Moment("owner", LocalDate.parse("2024-03-05"), "Old.", List.of());
    byte[] oldBytes = Wire.write(old.key(), old);
    putAside(writer, Topics.RECOMMEND_REJECTED, Topics.MOMENTS, old.key(), oldBytes);
    writer.flush();
    awaitListed(api, PUT_ASIDE - 1 + 6);
    JsonNode outcome = api.post(REJECTED + "/replay-all", "{}").fine();
    assertEquals(PUT_ASIDE - 1 + 5, outcome.path("replayed").asInt(), outcome.toString());
    assertEquals(1, outcome.path("left").size(), outcome.toString());
    awaitMoment(api, day);
    awaitMoment(api, other);
    assertEquals(
        "Rain at the harbour.", Moments.on(api, old.date()).orElseThrow().path("text").asText());
    awaitListed(api, PUT_ASIDE);
    assertEquals(409, replay(api, outcome.path("left").path(0).path("id").asText()).status());
  }

  private static void putAsideWhereItLies(
      KafkaEventWriter writer, Topic<Rejected> where, Topic<?> from, String key, Event record) {
    byte[] bytes = Wire.write(key, record);
    writer.writeAgain(from, key, bytes);
    putAside(writer, where, from, key, bytes);
  }

  private static void putAside(
      KafkaEventWriter writer, Topic<Rejected> where, Topic<?> from, String key, byte[] bytes) {
    writer.write(where, key, Rejected.record(from, key, "not a readable record", bytes));
  }

  private static EntryRead entry(LocalDate day) {
    return new EntryRead(
        "owner",
        "from-an-earlier-release",
        Optional.of(day),
        DateSource.OWNER,
        Confidence.FULL,
        "Read at last.",
        "typed",
        Confidence.FULL,
        Status.CONFIRMED,
        Optional.empty(),
        Optional.empty());
  }

  private static TrackPlayed play(Instant end) {
    return new TrackPlayed(
        "owner",
        end.getEpochSecond() + "-180000-0123456789abcdef",
        SONG,
        Optional.empty(),
        Optional.empty(),
        end,
        180_000,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }

  /// The gauge that the alert looks at says what is listed.
  private static void counted(RunningSystem system, Api api) throws Exception {
    int listed = listed(api).size();
    try (Api ingest = new Api(new Ports(system.ports().ingest()), Optional.empty())) {
      boolean _ =
          Patience.until(
              LONGEST,
              "chihiro_rejected_records says " + listed,
              () -> Optional.of(gauge(ingest) == listed).filter(same -> same));
    }
  }

  private static double gauge(Api ingest) throws Exception {
    return new String(ingest.download("/q/metrics"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("chihiro_rejected_records{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void aPersonSeesToThem(RunningSystem system, Api api) throws Exception {
    assumeTrue(Files.exists(BrowserIT.CHROMIUM), "there is no Chromium");
    try (Playwright playwright = BrowserIT.playwright();
        Browser browser = BrowserIT.browser(playwright)) {
      Page page = browser.newPage();
      page.navigate(api.post("/api/v1/links", "{}").fine().path("link").asText());
      page.navigate("http://127.0.0.1:" + system.ports().first() + "/sources.html");
      page.getByText(PUT_ASIDE + " things could not be taken in.").waitFor();
      BrowserIT.picture(page, "rejected");
      page.setViewportSize(375, 740);
      BrowserIT.picture(page, "rejected-phone");
      Locator first = page.locator("#rejected li").first();
      assertTrue(first.innerText().contains("not a readable"), first.innerText());
      first.getByText("Try again").click();
      page.getByText("It is tried again").first().waitFor();
      awaitListed(api, PUT_ASIDE);
      page.reload();
      for (int left = listed(api).size(); left > 0; left = listed(api).size()) {
        page.locator("#rejected li").getByText("Put away").first().click();
        awaitListed(api, left - 1);
        page.reload();
        page.locator("#no-rejected:visible, #rejected li:visible").first().waitFor();
      }
      page.getByText("Nothing: everything that came could be read").waitFor();
      BrowserIT.picture(page, "rejected-none");
    }
  }
}
