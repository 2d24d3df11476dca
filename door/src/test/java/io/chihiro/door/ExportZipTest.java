package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportZipTest {
  @TempDir private Path folder;

  @Test
  void whatWasFinishedIsWholeAndAlwaysTheSame() throws IOException {
    Sent sent = sent();
    Path file = Files.write(folder.resolve("whole.zip"), sent.toByteArray());

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals("[days/2024-03-05.md, plays.jsonl]", zip.stream().toList().toString());
    }
    assertTrue(sent.closed);
    assertTrue(Arrays.equals(sent.toByteArray(), sent().toByteArray()));
  }

  @Test
  void whatBreaksOffHasNoEnd() throws IOException {
    Sent sent = new Sent();
    ExportZip zip = new ExportZip(sent);
    zip.put("days/2024-03-05.md", text("Rain all day."));

    assertThrows(
        IOException.class,
        () ->
            zip.put(
                "plays.jsonl",
                out -> {
                  out.write(text("{}"));
                  throw new IOException("the topic cannot be read");
                }));

    Path file = Files.write(folder.resolve("half.zip"), sent.toByteArray());
    assertThrows(ZipException.class, () -> new ZipFile(file.toFile()).close());
    assertFalse(sent.closed);
  }

  private static Sent sent() throws IOException {
    Sent sent = new Sent();
    ExportZip zip = new ExportZip(sent);
    zip.put("days/2024-03-05.md", text("Rain all day."));
    zip.put("plays.jsonl", out -> out.write(text("{}\n")));
    zip.finish();
    return sent;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
