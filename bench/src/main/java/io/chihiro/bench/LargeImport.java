package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.ExpectedMoment.SongCount;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.ZoneTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Uploads an export to ingest-service and waits until its plays are joined with a journal, whose
/// moments are then compared with the count that was kept while the export was written.
///
/// @param folder where the export is written
/// @param rows of the export
/// @param journalDays days that have a text
record LargeImport(LocalSystem system, Path folder, int rows, int journalDays) {
  static final String ZONE = "Europe/Lisbon";

  private static final long SEED = 4;
  private static final LocalDate FROM = LocalDate.of(2010, 1, 1);
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// Since the upload began: until the import said it was done, until nothing waited any more.
  ///
  /// @param peakMebibytes the most memory that the service held
  record Times(double importedSeconds, double joinedSeconds, long peakMebibytes) {}

  Times run() throws IOException, InterruptedException {
    Path export = folder.resolve("export.zip");
    LargeExport.Truth truth =
        new LargeExport(SEED, rows, ZoneTimeline.parse(ZONE), FROM).write(export);
    SortedSet<LocalDate> journal = spread(List.copyOf(truth.plays().keySet()));
    system.add(Service.INGEST);
    writeJournal(journal);
    try (Api api = Api.of(system, Service.INGEST)) {
      api.awaitNothing(PATIENCE);
      Stopwatch watch = Stopwatch.begin();
      JsonNode account = imported(api, export);
      double importedSeconds = watch.seconds();
      api.awaitNothing(PATIENCE);
      double joinedSeconds = watch.seconds();
      demandEqual(truth.account().stored(), account.path("stored").asInt());
      demandEqual(songs(truth.moments(journal)), songs());
      return new Times(importedSeconds, joinedSeconds, system.peakMebibytes(Service.INGEST));
    }
  }

  private SortedSet<LocalDate> spread(List<LocalDate> days) {
    SortedSet<LocalDate> chosen = new TreeSet<>();
    for (int i = 0; i < journalDays; i++) {
      chosen.add(days.get(i * days.size() / journalDays));
    }
    return chosen;
  }

  private void writeJournal(Set<LocalDate> days) {
    GeneratedTexts texts = new GeneratedTexts(SEED);
    try (KafkaEventWriter writer = new KafkaEventWriter(system.bootstrapServers(), "bench")) {
      for (LocalDate day : days) {
        EntryRead entry = entry(GeneratedLife.OWNER, day, texts.page());
        writer.write(Topics.JOURNAL_ENTRIES, entry.key(), entry);
      }
      writer.flush();
    }
  }

  /// An entry that somebody typed.
  static EntryRead entry(String user, LocalDate day, String text) {
    return new EntryRead(
        user,
        "entry-" + day,
        Optional.of(day),
        DateSource.OWNER,
        Confidence.FULL,
        text,
        "typed",
        Confidence.FULL,
        Status.CONFIRMED,
        Optional.empty(),
        Optional.empty());
  }

  private static JsonNode imported(Api api, Path export) throws IOException, InterruptedException {
    String id = api.upload(IMPORTS, export).path("id").asText();
    while (true) {
      JsonNode state = api.get(IMPORTS + "/" + id);
      switch (state.path("status").asText()) {
        case "done" -> {
          return state.path("account");
        }
        case "failed" -> throw new IllegalStateException(state.path("message").asText());
        default -> Thread.sleep(PAUSE);
      }
    }
  }

  /// `date title artist plays` of every song of every moment.
  private static Set<String> songs(List<ExpectedMoment> moments) {
    return moments.stream()
        .flatMap(moment -> moment.songs().stream().map(song -> line(moment.date(), song)))
        .collect(Collectors.toSet());
  }

  private Set<String> songs() throws InterruptedException {
    try (var moments =
        new TopicTable<>(
            system.bootstrapServers(), "bench-moments", Topics.MOMENTS, (_, _) -> {})) {
      return moments.load(PATIENCE).all().values().stream()
          .flatMap(moment -> moment.songs().stream().map(song -> line(moment, song)))
          .collect(Collectors.toSet());
    }
  }

  private static String line(LocalDate date, SongCount song) {
    return "%s %s - %s %d".formatted(date, song.title(), song.artist(), song.plays());
  }

  private static String line(Moment moment, SongPlays song) {
    return "%s %s %d".formatted(moment.date(), song.song().display(), song.plays());
  }

  private static void demandEqual(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          "the import is wrong: it was to give %s and gave %s".formatted(expected, actual));
    }
  }
}
