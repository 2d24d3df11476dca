package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What somebody does with a running system, call by call: asks moods, writes entries and plays,
/// says what they think of songs. Knows which writes were acknowledged and how each call went.
/// Thread-safe.
final class Use {
  /// The first day of what is imported, so that the days have songs.
  private static final LocalDate FIRST_DAY = RunningImports.FROM;

  private static final Instant FIRST_PLAY = Instant.parse("2023-01-01T00:00:00Z");
  private static final int SECONDS_BETWEEN_PLAYS = 600;
  private static final String RECENT = "/api/v1/plays?from=2023-01-01&to=2024-02-01";
  private static final String ENTRIES = "/api/v1/journal/entries?from=2012-01-01";
  private static final int ENTRIES_REWRITTEN = 40;
  private static final int ANSWERS_KEPT = 200;

  /// A kind of call.
  enum Kind {
    ASK,
    ENTRY,
    /// An entry for the first of them, then those again in other words: a diary that does not grow.
    REWRITE,
    PLAY,
    FEEDBACK
  }

  /// A call that was made.
  ///
  /// @param due the moment it was due, as all others in nanoseconds of the clock
  /// @param problem why it failed
  record Call(Kind kind, long due, long ended, Optional<String> problem) {}

  private final Api api;
  private final GeneratedTexts texts;
  private final Collection<Call> calls = new ConcurrentLinkedQueue<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final List<String> rewritten = new CopyOnWriteArrayList<>();
  private final Deque<String> answered = new ArrayDeque<>();

  Use(Api api, GeneratedTexts texts) {
    this.api = api;
    this.texts = texts;
  }

  /// Makes a call and notes how it went.
  ///
  /// @param number one for each call of a kind
  void make(Kind kind, int number, long due) throws InterruptedException {
    Optional<String> problem = Optional.empty();
    try {
      switch (kind) {
        case ASK -> ask();
        case ENTRY -> enter(number);
        case REWRITE -> rewrite(number);
        case PLAY -> play(number);
        case FEEDBACK -> say();
      }
    } catch (IOException | IllegalStateException e) {
      problem = Optional.of(kind + " " + e);
    }
    calls.add(new Call(kind, due, System.nanoTime(), problem));
  }

  /// Every call that was made.
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /// How many writes were acknowledged.
  int writes() {
    return acknowledged.size();
  }

  /// Writes that were acknowledged and are not there, or are there twice.
  long lost() throws IOException, InterruptedException {
    List<String> there =
        StreamSupport.stream(api.get(ENTRIES).path("entries").spliterator(), false)
            .map(entry -> "entry " + entry.path("text").asText())
            .collect(Collectors.toList());
    api.get(RECENT).path("plays").forEach(play -> there.add("play " + play.path("title").asText()));
    api.get("/api/v1/feedback")
        .path("feedback")
        .forEach(said -> there.add("feedback " + said.path("answer").asText()));
    Set<String> once = new HashSet<>(there);
    long missing = acknowledged.stream().filter(write -> !once.contains(write)).count();
    return missing + there.size() - once.size();
  }

  private void ask() throws IOException, InterruptedException {
    JsonNode answer = api.post("/api/v1/recommendations", json().put("mood", mood()));
    synchronized (answered) {
      answer.path("songs").forEach(song -> answered.addLast(song.path("answer").asText()));
      while (answered.size() > ANSWERS_KEPT) {
        answered.removeFirst();
      }
    }
  }

  private void enter(int number) throws IOException, InterruptedException {
    String text = "Entry %d. %s".formatted(number, page());
    String day = FIRST_DAY.plusDays(number).toString();
    var _ = api.post("/api/v1/journal/entries", json().put("date", day).put("text", text));
    acknowledged.add("entry " + text);
  }

  private void rewrite(int number) throws IOException, InterruptedException {
    if (rewritten.size() < ENTRIES_REWRITTEN) {
      ObjectNode entry = json().put("date", FIRST_DAY.plusDays(number).toString());
      rewritten.add(
          api.post("/api/v1/journal/entries", entry.put("text", page())).path("id").asText());
      return;
    }
    String id = rewritten.get(number % rewritten.size());
    var _ = api.put("/api/v1/journal/entries/" + id, json().put("text", page()));
  }

  private void play(int number) throws IOException, InterruptedException {
    String title = "Own song " + number;
    Instant ended = FIRST_PLAY.plusSeconds((long) SECONDS_BETWEEN_PLAYS * number);
    var _ =
        api.post(
            "/api/v1/plays",
            json()
                .put("title", title)
                .put("artist", "Somebody")
                .put("endedAt", ended.toString())
                .put("msPlayed", 190_000));
    acknowledged.add("play " + title);
  }

  // Each song of an answer once, so that nothing that was said is overwritten.
  private void say() throws IOException, InterruptedException {
    Optional<String> song;
    synchronized (answered) {
      song = Optional.ofNullable(answered.pollLast());
    }
    if (song.isPresent()) {
      var _ =
          api.post(
              "/api/v1/feedback", json().put("answer", song.get()).put("verdict", "took-me-back"));
      acknowledged.add("feedback " + song.get());
    }
  }

  private String mood() {
    synchronized (texts) {
      return texts.mood();
    }
  }

  private String page() {
    synchronized (texts) {
      return texts.page();
    }
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
