package io.chihiro.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the zip in which Spotify delivers the extended streaming history, row by row.
///
/// The same rows make the same bytes: every entry carries one fixed time.
final class HistoryZip implements Closeable {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final String FOLDER = "Spotify Extended Streaming History/";
  private static final LocalDateTime STAMP = LocalDateTime.of(2025, 7, 20, 12, 0);
  private static final byte[] PLACEHOLDER_PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
          .getBytes(StandardCharsets.US_ASCII);

  private final ZipOutputStream zip;

  HistoryZip(Path file) throws IOException {
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    begin("ReadMeFirst_ExtendedStreamingHistory.pdf");
    zip.write(PLACEHOLDER_PDF);
    zip.closeEntry();
  }

  /// Begins a JSON file; rows go in until it is closed.
  RowsFile file(String name) throws IOException {
    begin(name);
    return new RowsFile(zip);
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setTimeLocal(STAMP);
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// One JSON array of rows inside of the zip.
  static final class RowsFile implements Closeable {
    private final ZipOutputStream zip;
    private final JsonGenerator generator;

    private RowsFile(ZipOutputStream zip) throws IOException {
      this.zip = zip;
      generator = JSON.createGenerator((OutputStream) zip);
      generator.writeStartArray();
    }

    void write(JsonNode row) throws IOException {
      JSON.writeTree(generator, row);
    }

    @Override
    public void close() throws IOException {
      generator.writeEndArray();
      generator.close();
      zip.closeEntry();
    }
  }
}
