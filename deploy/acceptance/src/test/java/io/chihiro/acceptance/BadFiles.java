package io.chihiro.acceptance;

import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import io.chihiro.sample.SampleLife;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are cut off, lie about themselves, or grow when they are opened.
final class BadFiles {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BOMB_WIDTH = 20_000;
  private static final int BOMB_HEIGHT = 10_000;
  private static final int BLOCK_BYTES = 1 << 20;
  private static final int BOMB_BLOCKS = 200;

  private BadFiles() {}

  /// The first half of a photo of the sample life.
  static NamedFile truncated(Format format, String name) {
    byte[] whole =
        SampleLife.fixed().journal().pages().stream()
            .filter(page -> page.format() == format)
            .findFirst()
            .map(PhotographedPage::bytes)
            .orElseThrow();
    return new NamedFile(name, Arrays.copyOf(whole, whole.length / 2));
  }

  /// 200 megapixels of black, one bit each, in a few kilobytes.
  static NamedFile pixelBomb(String name) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(PNG);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(BOMB_WIDTH).putInt(BOMB_HEIGHT);
    chunk(png, "IHDR", header.put((byte) 1).array());
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
      byte[] row = new byte[1 + BOMB_WIDTH / 8];
      for (int i = 0; i < BOMB_HEIGHT; i++) {
        deflated.write(row);
      }
    }
    chunk(png, "IDAT", pixels.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return new NamedFile(name, png.toByteArray());
  }

  /// A zip with one text file in it.
  static NamedFile zip(String name, String entry, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return new NamedFile(name, bytes.toByteArray());
  }

  /// A zip that shrank a thousandfold.
  static NamedFile zipBomb(String name) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    Arrays.fill(block, (byte) ' ');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("Streaming_History_Audio_2024_0.json"));
      zip.write('[');
      for (int i = 0; i < BOMB_BLOCKS; i++) {
        zip.write(block);
      }
      zip.write(']');
    }
    return new NamedFile(name, bytes.toByteArray());
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    DataOutputStream out = new DataOutputStream(png);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) sum.getValue());
  }
}
