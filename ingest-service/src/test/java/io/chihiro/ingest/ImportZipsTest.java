package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Histories come in zip files, and not every zip file holds one.
class ImportZipsTest extends ImportedHistory {
  @Test
  void aZipIsReadWhateverItsFoldersAreCalled() throws Exception {
    Path zip =
        zip(
            Map.of(
                "My Data/Streaming_History_Audio_0.json",
                "[" + row(1, "A") + "]",
                "My Data/deep/er/x.json",
                "[" + row(2, "A") + "]",
                "My Data/Userdata.json",
                "{\"username\":\"x\"}",
                "ReadMeFirst.pdf",
                "%PDF-1.4"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(ImportStatus.DONE, ended.status());
    assertEquals("2 plays stored from 2 files.", ended.message());
  }

  @Test
  void aZipWithoutAHistoryIsNeverASuccess() throws Exception {
    Path zip = zip(Map.of("a.json", "{}", "b.txt", "hello"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(ImportStatus.FAILED, ended.status());
    assertEquals(
        "No listening history was found in my.zip: none of its 2 files is one.", ended.message());
  }

  @Test
  void aPathThatClimbsOutIsNamedAndNothingIsRead() throws Exception {
    Path zip = zip(Map.of("../../evil.json", "[" + row(1, "A") + "]"));

    PlayImport ended = run(ledger.open("owner", "my.zip", zip, Instant.EPOCH));

    assertEquals(ImportStatus.FAILED, ended.status());
    assertTrue(ended.message().contains("../../evil.json"), ended.message());
    assertTrue(events.all(Topics.PLAYS).isEmpty());
  }

  @Test
  void aZipBombIsNamedAndStopped() throws Exception {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.json"));
      out.write(("[" + row(1, "A") + ",").getBytes(StandardCharsets.UTF_8));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(blanks);
      }
    }

    PlayImport ended = run(ledger.open("owner", "bomb.zip", zip, Instant.EPOCH));

    assertEquals(ImportStatus.FAILED, ended.status());
    assertTrue(ended.message().contains("bomb.json"), ended.message());
    assertTrue(ended.message().contains("zip bomb"), ended.message());
  }

  @Test
  void brokenZipsAreNamed() throws Exception {
    Path zip = folder.resolve("broken.zip");
    Files.write(zip, "PK not really".getBytes(StandardCharsets.UTF_8));

    PlayImport ended = run(ledger.open("owner", "broken.zip", zip, Instant.EPOCH));

    assertEquals("broken.zip is not a whole zip file. Nothing was stored.", ended.message());
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = Files.createTempFile(folder, "upload", ".zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }
}
