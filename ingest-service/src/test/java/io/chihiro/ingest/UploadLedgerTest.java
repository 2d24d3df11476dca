package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was uploaded holds words that must not stay once they were read.
class UploadLedgerTest {
  private static final String WORDS = "title,artist,lyrics\nSalt,Waves,the day I wept\n";

  @TempDir Path folder;

  @Test
  void anUploadThatWaitsOutlivesAKill() throws IOException {
    PlayImport open = taken();

    ImportLedger restarted = restarted();

    assertEquals(Optional.of(open), restarted.find("owner", open.id()));
    assertEquals(WORDS, Files.readString(restarted.upload(open)));
  }

  @Test
  void anUploadDoesNotOutliveItsImportThatWasKilledAtItsVeryEnd() throws IOException {
    PlayImport open = taken();
    ledger().save(open.with(ImportStatus.DONE, "All is stored.", ImportAccount.EMPTY, 0));

    ImportLedger restarted = restarted();

    assertTrue(restarted.find("owner", open.id()).isPresent(), "what it came to is still told");
    assertFalse(Files.exists(restarted.upload(open)));
  }

  @Test
  void anUploadThatWasMovedAndNeverWrittenDownIsForgotten() throws IOException {
    Path place = Files.createDirectories(imports().resolve("no-such-import"));
    Files.writeString(place.resolve("upload"), WORDS);

    ImportLedger restarted = restarted();

    assertEquals(List.of(), restarted.of("owner"));
    try (Stream<Path> left = Files.list(imports())) {
      assertEquals(List.of(), left.toList());
    }
  }

  private PlayImport taken() throws IOException {
    Path file = Files.writeString(folder.resolve("songs.csv"), WORDS);
    return ledger().open("owner", "songs.csv", file, Instant.EPOCH);
  }

  private ImportLedger ledger() {
    return new ImportLedger(imports());
  }

  private ImportLedger restarted() {
    return ledger().read();
  }

  private Path imports() {
    return folder.resolve("imports");
  }
}
