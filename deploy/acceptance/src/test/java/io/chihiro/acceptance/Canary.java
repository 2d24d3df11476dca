package io.chihiro.acceptance;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Looks for secrets in bytes, in every form in which they might lie there: as UTF-8, UTF-16 and
/// base64 at each of its three alignments, as written and in small letters.
final class Canary {
  private static final int PREFIX_BYTES = 3;
  private static final int BITS = 24;

  private final List<Form> forms = new ArrayList<>();
  private final BitSet prefixes = new BitSet(1 << BITS);

  private record Form(String secret, List<Byte> bytes) {}

  /// Looks for these.
  Canary(Iterable<String> secrets) {
    for (String secret : secrets) {
      for (String written : new TreeSet<>(List.of(secret, secret.toLowerCase(Locale.ROOT)))) {
        add(secret, written.getBytes(StandardCharsets.UTF_8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
          add(secret, written.getBytes(wide));
        }
        for (int shift = 0; shift < 3; shift++) {
          add(secret, base64(Base64.getEncoder(), written, shift));
          add(secret, base64(Base64.getUrlEncoder(), written, shift));
        }
      }
    }
  }

  /// What of the encoded text does not depend on what stands before and after it.
  private static byte[] base64(Base64.Encoder encoder, String text, int shift) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] shifted = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    byte[] encoded = encoder.encode(shifted);
    return Arrays.copyOfRange(encoded, (shift * 8 + 5) / 6, shifted.length * 8 / 6);
  }

  private void add(String secret, byte[] bytes) {
    List<Byte> boxed = new ArrayList<>();
    for (byte each : bytes) {
      boxed.add(each);
    }
    prefixes.set(prefix(bytes[0], bytes[1], bytes[2]));
    forms.add(new Form(secret, boxed));
  }

  private static int prefix(byte first, byte second, byte third) {
    return ((first & 0xff) << 16) | ((second & 0xff) << 8) | (third & 0xff);
  }

  /// Bytes wherever they lie.
  private interface Bytes {
    byte at(int index);
  }

  /// The secrets that bytes hold.
  Set<String> in(byte[] bytes) {
    return found(index -> bytes[index], bytes.length);
  }

  /// The secrets that a file holds; none if it has gone meanwhile.
  Set<String> in(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return found(mapped::get, mapped.limit());
    } catch (NoSuchFileException _) {
      return Set.of();
    }
  }

  private Set<String> found(Bytes bytes, int length) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + PREFIX_BYTES <= length; at++) {
      if (prefixes.get(prefix(bytes.at(at), bytes.at(at + 1), bytes.at(at + 2)))) {
        look(bytes, at, length, found);
      }
    }
    return found;
  }

  private void look(Bytes bytes, int at, int length, Set<String> found) {
    for (Form form : forms) {
      if (at + form.bytes().size() <= length && stands(form, bytes, at)) {
        found.add(form.secret());
      }
    }
  }

  private static boolean stands(Form form, Bytes bytes, int at) {
    for (int index = 0; index < form.bytes().size(); index++) {
      if (form.bytes().get(index) != bytes.at(at + index)) {
        return false;
      }
    }
    return true;
  }
}
