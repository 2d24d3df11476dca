package io.chihiro.recommend.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A text that is rarely read, in half its bytes. Immutable.
public final class PackedText {
  private final byte[] deflated;

  private PackedText(byte[] deflated) {
    this.deflated = deflated;
  }

  /// Keeps a text.
  public static PackedText of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
      deflating.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return new PackedText(bytes.toByteArray());
  }

  /// One that was kept.
  ///
  /// @param packed copied
  static PackedText ofPacked(byte[] packed) {
    return new PackedText(packed.clone());
  }

  /// As it can be kept.
  byte[] packed() {
    return deflated.clone();
  }

  /// The text as it was.
  public String text() {
    try (InflaterInputStream inflating =
        new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new String(inflating.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be read", e);
    }
  }
}
