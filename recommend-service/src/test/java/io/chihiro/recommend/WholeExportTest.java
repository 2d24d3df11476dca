package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.ExportZip;
import io.chihiro.door.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeExportTest {
  @TempDir private Path folder;

  @Test
  void everyPartGoesIntoItsFolder() throws IOException {
    Sent sent = new Sent();
    opened(new Part(zip("days/2024-03-05.md")), new Part(zip("plays.jsonl"))).write(sent);

    Path file = Files.write(folder.resolve("all.zip"), sent.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          "[README, journal/days/2024-03-05.md, plays/plays.jsonl, feedback.json]",
          zip.stream().toList().toString());
    }
    assertTrue(sent.closed);
  }

  @Test
  void aPartThatBreaksOffBreaksAllOfItOff() throws IOException {
    byte[] plays = zip("plays.jsonl");
    for (int length : List.of(10, plays.length / 2, plays.length - 1)) {
      Part journal = new Part(zip("days/2024-03-05.md"));
      Part half = new Part(Arrays.copyOf(plays, length), new BrokenOff());
      Sent sent = new Sent();

      assertThrows(IOException.class, () -> opened(journal, half).write(sent));

      Path file = Files.write(folder.resolve("half.zip"), sent.toByteArray());
      assertThrows(ZipException.class, () -> new ZipFile(file.toFile()).close());
      assertFalse(sent.closed, "whoever downloads it sees that it broke off");
      assertTrue(journal.closed && half.closed);
    }
  }

  @Test
  void nothingStaysOpenWhenTheSecondPartIsRefused() {
    Part journal = new Part(new byte[0]);
    Part refusal = new Part(new byte[0]);

    assertThrows(
        RefusedException.class,
        () ->
            WholeExport.opened(
                () -> journal,
                () -> WholeExport.given("ingest-service", 503, refusal),
                new byte[0]));

    assertTrue(journal.closed && refusal.closed);
  }

  private static WholeExport.Opened opened(Part journal, Part plays) {
    return new WholeExport.Opened(journal, plays, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportZip zip = new ExportZip(out);
    zip.put(file, "Rain all day.".repeat(100).getBytes(StandardCharsets.UTF_8));
    zip.finish();
    return out.toByteArray();
  }

  /// What a service gives.
  private static final class Part extends SequenceInputStream {
    private boolean closed;

    Part(byte[] bytes) {
      this(bytes, InputStream.nullInputStream());
    }

    Part(byte[] bytes, InputStream then) {
      super(new ByteArrayInputStream(bytes), then);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /// A connection that was cut.
  private static final class BrokenOff extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("closed");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("closed");
    }
  }

  /// What somebody downloads.
  private static final class Sent extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }
}
