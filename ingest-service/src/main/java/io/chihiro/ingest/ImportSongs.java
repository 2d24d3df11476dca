package io.chihiro.ingest;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.door.upload.UploadedFiles;
import io.chihiro.door.upload.UploadedFiles.Contents;
import io.chihiro.events.EventWriter;
import io.chihiro.ingest.catalogue.CatalogueFile;
import io.chihiro.ingest.catalogue.CatalogueFiles;
import io.chihiro.ingest.catalogue.CatalogueFiles.Catalogue;
import io.chihiro.ingest.catalogue.CatalogueFiles.NoCatalogue;
import io.chihiro.ingest.catalogue.CatalogueRow;
import io.chihiro.ingest.catalogue.CatalogueRow.Annotated;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.ForPersona;
import io.chihiro.ingest.catalogue.CatalogueRow.Told;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// `upload → rows → LYRICS, SONG_LISTINGS, ANNOTATIONS, PERSONAS`, one catalogue, a
/// checkpoint every few thousand rows.
///
/// After a kill the upload is read again from the start: rows up to the checkpoint have their place
/// in the account already, and only tell which songs this import has met.
final class ImportSongs {
  private static final String SONG = "song";

  private final SongImportLedger ledger;
  private final EventWriter events;
  private final SongArchive archive;
  private final PastedWords pasted;
  private final int rowsPerCheckpoint;
  private final Consumer<CatalogueAccount> finished;

  /// An importer.
  ///
  /// @param finished told the account of each import at its end
  ImportSongs(
      SongImportLedger ledger,
      EventWriter events,
      SongArchive archive,
      PastedWords pasted,
      int rowsPerCheckpoint,
      Consumer<CatalogueAccount> finished) {
    this.ledger = ledger;
    this.events = events;
    this.archive = archive;
    this.pasted = pasted;
    this.rowsPerCheckpoint = rowsPerCheckpoint;
    this.finished = finished;
  }

  /// Carries one import to its end, wherever it was stopped before.
  SongImport run(SongImport waiting) throws InterruptedException {
    SongImport ended;
    pasted.begin();
    try (KnownSongs known = archive.known(waiting.user())) {
      ended = new Run(waiting, known).toTheEnd();
    } finally {
      pasted.end();
    }
    ledger.save(ended);
    ledger.dropUpload(ended);
    finished.accept(ended.account());
    return ended;
  }

  // What a row is called in the sentence at the end.
  private static Optional<String> word(CatalogueRow row) {
    return switch (row) {
      case Told _ -> Optional.of(SONG);
      case Annotated _ -> Optional.of("annotation");
      case ForPersona _ -> Optional.of("song for a persona");
      case Dropped _ -> Optional.empty();
    };
  }

  /// One import under way.
  private final class Run {
    private final SongImport start;
    private final CatalogueAccount.Tally tally;
    private final ListSongs songs;
    private final Set<String> what = new TreeSet<>();
    private long read;
    private String why = "is no catalogue.";

    Run(SongImport start, KnownSongs known) {
      this.start = start;
      this.tally = CatalogueAccount.Tally.from(start.account());
      this.songs = new ListSongs(start, known, pasted, events, tally);
    }

    SongImport toTheEnd() throws InterruptedException {
      try {
        Contents contents =
            new UploadedFiles(start.file(), ledger.upload(start)).visit(this::visit);
        checkpoint();
        return ended(contents);
      } catch (BrokenUploadException e) {
        return broken(e.sentence());
      } catch (IOException e) {
        return broken("The upload cannot be read.");
      }
    }

    private SongImport broken(String sentence) {
      checkpoint();
      return state(ImportStatus.FAILED, CatalogueVerdict.broken(sentence, tally.account(), noun()));
    }

    private SongImport ended(Contents contents) {
      CatalogueAccount account = tally.account();
      Optional<String> nothing = CatalogueVerdict.nothing(start.file(), contents, why, account);
      return nothing
          .map(sentence -> state(ImportStatus.FAILED, sentence))
          .orElseGet(() -> state(ImportStatus.DONE, CatalogueVerdict.done(account, noun())));
    }

    private boolean visit(String name, InputStream content) throws IOException {
      return switch (CatalogueFiles.open(name, content, start.mapping())) {
        case Catalogue(CatalogueFile file) -> {
          try (file) {
            rows(file);
          }
          yield true;
        }
        case NoCatalogue(String reason) -> {
          why = reason;
          yield false;
        }
      };
    }

    private void rows(CatalogueFile file) throws IOException {
      for (Optional<CatalogueRow> row = file.next(); row.isPresent(); row = file.next()) {
        read++;
        word(row.get()).ifPresent(what::add);
        if (read <= start.account().songs().rows()) {
          songs.meet(read, row.get());
          continue;
        }
        songs.take(read, row.get());
        if (tally.rows() % rowsPerCheckpoint == 0) {
          checkpoint();
        }
      }
    }

    private String noun() {
      return what.isEmpty() ? SONG : what.size() == 1 ? what.iterator().next() : "row";
    }

    private void checkpoint() {
      events.flush();
      tally.allSafe();
      ledger.save(state(ImportStatus.RUNNING, "Reading; " + tally.rows() + " rows so far."));
    }

    private SongImport state(ImportStatus status, String message) {
      return start.with(status, message, tally.account());
    }
  }
}
