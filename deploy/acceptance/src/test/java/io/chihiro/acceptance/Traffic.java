package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.acceptance.Api.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Somebody who writes entries and plays and asks moods all the time, each write until it is
/// acknowledged; what went wrong is noted with its time.
final class Traffic {
  static final LocalDate FIRST_DAY = LocalDate.parse("2022-01-01");

  private static final int WRITE_EVERY_MS = 150;
  private static final int ASK_EVERY_MS = 100;
  private static final Instant FIRST_PLAY = Instant.parse("2023-01-01T12:00:00Z");

  /// Something that was not answered as it should be.
  record Trouble(Instant at, String call, String what) {}

  private final Api api;
  private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final SortedSet<String> entries = new TreeSet<>();
  private final SortedSet<String> plays = new TreeSet<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private long asked;

  Traffic(Api api) {
    this.api = api;
  }

  /// One call of somebody's.
  private interface Call {
    Reply send() throws IOException, InterruptedException;
  }

  void start() {
    var _ = workers.submit(() -> whole(this::write));
    var _ = workers.submit(() -> whole(this::ask));
  }

  /// Returns once every write is acknowledged.
  void end() throws InterruptedException {
    ending.countDown();
    workers.shutdown();
    if (!workers.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new AssertionError("a write is not acknowledged: " + troubles);
    }
  }

  /// What went wrong within a time.
  List<Trouble> between(Instant from, Instant to) {
    return troubles.stream()
        .filter(trouble -> !trouble.at().isBefore(from) && !trouble.at().isAfter(to))
        .toList();
  }

  /// Every text that was acknowledged.
  SortedSet<String> entries() {
    return entries;
  }

  /// Every play that was acknowledged, by its title.
  SortedSet<String> plays() {
    return plays;
  }

  long asked() {
    return asked;
  }

  /// The id of an answer that was given lately.
  Optional<String> answer() {
    return Optional.ofNullable(answers.poll());
  }

  private interface Work {
    void go() throws InterruptedException;
  }

  private static boolean whole(Work work) throws InterruptedException {
    work.go();
    return true;
  }

  private void write() throws InterruptedException {
    for (int i = 0; !ending.await(WRITE_EVERY_MS, TimeUnit.MILLISECONDS); i++) {
      String text = "Entry %d: the sea was grey, and we walked to the harbour.".formatted(i);
      String entry = entry(FIRST_DAY.plusDays(i), text);
      acknowledged("an entry", () -> api.post("/api/v1/journal/entries", entry));
      entries.add(text);
      String title = "Song %04d".formatted(i);
      String play = play(title, FIRST_PLAY.plusSeconds(600L * i));
      acknowledged("a play", () -> api.post("/api/v1/plays", play));
      plays.add(title);
    }
  }

  private void ask() throws InterruptedException {
    while (!ending.await(ASK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      tried("a mood", () -> api.ask("Quiet and a little homesick.", 5))
          .ifPresent(reply -> answers.add(reply.body().path("answer").asText()));
      asked++;
    }
  }

  private void acknowledged(String what, Call call) throws InterruptedException {
    while (tried(what, call).isEmpty()) {
      Thread.sleep(WRITE_EVERY_MS);
    }
  }

  private Optional<Reply> tried(String what, Call call) throws InterruptedException {
    try {
      Reply reply = call.send();
      if (reply.status() / 100 == 2) {
        return Optional.of(reply);
      }
      troubles.add(new Trouble(Instant.now(), what, reply.status() + " " + reply.detail()));
    } catch (IOException e) {
      troubles.add(new Trouble(Instant.now(), what, e.toString()));
    }
    return Optional.empty();
  }

  private static String entry(LocalDate day, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("date", day.toString())
        .put("text", text)
        .toString();
  }

  private static String play(String title, Instant ended) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("artist", "The Harbour Lights")
        .put("endedAt", ended.toString())
        .put("msPlayed", 200_000)
        .toString();
  }
}
