package io.chihiro.ocr.digital;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zips for tests.
public final class ZipBytes {
  private ZipBytes() {}

  /// A zip of files in this order.
  ///
  /// @param pathsAndTexts path, text, path, text
  public static byte[] of(String... pathsAndTexts) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int index = 0; index < pathsAndTexts.length; index += 2) {
        zip.putNextEntry(new ZipEntry(pathsAndTexts[index]));
        zip.write(pathsAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A zip with a file that shrank a thousandfold.
  public static byte[] bomb(String path, int megabytes) {
    var bytes = new ByteArrayOutputStream();
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(
          "{\"metadata\":{\"version\":\"1.0\"},\"entries\":[".getBytes(StandardCharsets.UTF_8));
      for (int written = 0; written < megabytes; written++) {
        zip.write(block);
      }
      zip.write("]}".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
