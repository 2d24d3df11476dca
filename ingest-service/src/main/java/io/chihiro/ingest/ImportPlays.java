package io.chihiro.ingest;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.history.HistoryArchive;
import io.chihiro.ingest.history.HistoryArchive.Contents;
import io.chihiro.ingest.history.HistoryFile;
import io.chihiro.ingest.history.Listener;
import io.chihiro.ingest.history.Row;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Listed;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import io.chihiro.ingest.history.Row.Said;
import io.chihiro.ingest.history.Word;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// `upload → rows → PLAYS`, one import, a checkpoint every few thousand rows.
///
/// After a kill the upload is read again from the start: rows up to the checkpoint are counted but
/// not written again, rows after it are, which changes nothing where they were there already.
final class ImportPlays {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration FUTURE_ALLOWED = Duration.ofDays(1);

  private final ImportLedger ledger;
  private final EventWriter plays;
  private final PlayArchive archive;
  private final Listeners listeners;
  private final int rowsPerCheckpoint;
  private final InstantSource clock;
  private final Consumer<ImportAccount> finished;

  /// An importer.
  ///
  /// @param finished told the account of each import at its end
  ImportPlays(
      ImportLedger ledger,
      EventWriter plays,
      PlayArchive archive,
      Listeners listeners,
      int rowsPerCheckpoint,
      InstantSource clock,
      Consumer<ImportAccount> finished) {
    this.ledger = ledger;
    this.plays = plays;
    this.archive = archive;
    this.listeners = listeners;
    this.rowsPerCheckpoint = rowsPerCheckpoint;
    this.clock = clock;
    this.finished = finished;
  }

  /// Carries one import to its end, wherever it was stopped before.
  PlayImport run(PlayImport waiting) throws InterruptedException {
    PlayImport ended = new Run(waiting, known(waiting)).toTheEnd();
    ledger.save(ended);
    ledger.dropUpload(ended);
    finished.accept(ended.account());
    return ended;
  }

  /// What was there before, by topic.
  private Map<String, KnownPlays> known(PlayImport waiting) throws InterruptedException {
    List<Topic<?>> topics = new ArrayList<>(Word.TOPICS);
    topics.add(Topics.PLAYS);
    Map<String, KnownPlays> known = new HashMap<>();
    for (Topic<?> topic : topics) {
      known.put(topic.name(), new KnownPlays(archive.notFrom(waiting.user(), waiting.id(), topic)));
    }
    return known;
  }

  /// One import under way.
  private final class Run {
    private final PlayImport start;
    private final Map<String, KnownPlays> known;
    private final Listener listener;
    private final CollectedLists lists;
    private final ImportAccount.Tally tally = new ImportAccount.Tally();
    private final Instant latest = clock.instant().plus(FUTURE_ALLOWED);

    Run(PlayImport start, Map<String, KnownPlays> known) {
      this.start = start;
      this.listener = listeners.of(start.user());
      this.lists = new CollectedLists(start.user());
      this.known = known;
    }

    PlayImport toTheEnd() throws InterruptedException {
      try {
        Contents contents =
            new HistoryArchive(start.file(), ledger.upload(start), start.mapping())
                .visit(this::file);
        checkpoint();
        return ended(contents);
      } catch (BrokenUploadException e) {
        checkpoint();
        return state(ImportStatus.FAILED, ImportVerdict.broken(e.sentence(), tally.account()));
      } catch (IOException e) {
        checkpoint();
        return state(
            ImportStatus.FAILED,
            ImportVerdict.broken("The upload cannot be read.", tally.account()));
      }
    }

    private PlayImport ended(Contents contents) {
      ImportAccount account = tally.account();
      Optional<String> nothing = ImportVerdict.nothing(start.file(), contents, account);
      return nothing
          .map(sentence -> state(ImportStatus.FAILED, sentence))
          .orElseGet(() -> state(ImportStatus.DONE, ImportVerdict.done(contents, account, lists)));
    }

    private void file(HistoryFile file) throws IOException {
      for (Optional<Row> row = file.next(listener); row.isPresent(); row = file.next(listener)) {
        row(row.get());
        if (tally.rows() % rowsPerCheckpoint == 0) {
          checkpoint();
        }
      }
      file.playlist()
          .flatMap(lists::take)
          .ifPresent(list -> plays.write(Topics.PLAYLISTS, list.key(), list));
    }

    private void row(Row row) {
      switch (row) {
        case Dropped(Reason reason) -> tally.dropped(reason.words());
        case Play(TrackPlayed played) -> play(played);
        case Listed(PlaylistKept.Entry entry) -> listed(entry);
        case Said(Word word) -> said(word);
      }
    }

    private void play(TrackPlayed played) {
      if (played.endedAt().isBefore(EARLIEST) || played.endedAt().isAfter(latest)) {
        tally.dropped(Reason.IMPOSSIBLE_DATE.words());
        return;
      }
      take(
          Topics.PLAYS,
          played.key(),
          beside -> plays.write(Topics.PLAYS, played.key(), played, beside));
    }

    // What lies there already may be newer than what an old export says.
    private void take(Topic<?> topic, String key, Consumer<Map<String, String>> write) {
      switch (Objects.requireNonNull(known.get(topic.name())).meet(Keys.rest(key))) {
        case REPEATED -> tally.dropped(Reason.DUPLICATE.words());
        case KNOWN_BEFORE -> tally.dropped(Reason.KNOWN_ALREADY.words());
        case NEW -> {
          tally.taken();
          if (tally.rows() > start.rowsSafe()) {
            write.accept(Map.of(TopicPlayArchive.IMPORT_HEADER, start.id()));
          }
        }
      }
    }

    private void said(Word word) {
      take(word.topic(), word.key(), beside -> word.write(plays, beside));
    }

    private void listed(PlaylistKept.Entry entry) {
      if (lists.add(entry)) {
        tally.taken();
        return;
      }
      tally.dropped(Reason.BEYOND_THE_LONGEST.words());
    }

    private void checkpoint() {
      plays.flush();
      tally.allSafe();
      ledger.save(state(ImportStatus.RUNNING, "Reading; " + tally.rows() + " rows so far."));
    }

    private PlayImport state(ImportStatus status, String message) {
      long safe = Math.max(start.rowsSafe(), tally.rows());
      return start.with(status, message, tally.account(), safe);
    }
  }
}
