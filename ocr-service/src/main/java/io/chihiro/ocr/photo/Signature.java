package io.chihiro.ocr.photo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The first bytes of a file, by which its format is known whatever its name.
final class Signature {
  private static final int BYTES = 64;
  private static final Set<String> MAIN_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "mif1", "msf1", "heim", "heis");
  private static final Set<String> OTHER_BRANDS = Set.of("heic", "heix", "heim", "heis");

  private final byte[] start;

  private Signature(byte[] start) {
    this.start = start;
  }

  static Signature of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new Signature(in.readNBytes(BYTES));
    }
  }

  Optional<PhotoFormat> format() {
    if (begins("ffd8ff")) {
      return Optional.of(PhotoFormat.JPEG);
    }
    if (begins("89504e470d0a1a0a")) {
      return Optional.of(PhotoFormat.PNG);
    }
    if (begins("49492a00") || begins("4d4d002a")) {
      return Optional.of(PhotoFormat.TIFF);
    }
    if (text(0).equals("RIFF") && text(8).equals("WEBP")) {
      return Optional.of(PhotoFormat.WEBP);
    }
    return isHeic() ? Optional.of(PhotoFormat.HEIC) : Optional.empty();
  }

  /// A HEIF box `ftyp`: its length, its name, the main brand, a version, then compatible brands.
  private boolean isHeic() {
    if (!text(4).equals("ftyp")) {
      return false;
    }
    if (MAIN_BRANDS.contains(text(8))) {
      return true;
    }
    for (int place = 16; place + 4 <= Math.min(boxLength(), start.length); place += 4) {
      if (OTHER_BRANDS.contains(text(place))) {
        return true;
      }
    }
    return false;
  }

  private int boxLength() {
    return Byte.toUnsignedInt(start[2]) << 8 | Byte.toUnsignedInt(start[3]);
  }

  private boolean begins(String hex) {
    var wanted = HexFormat.of().parseHex(hex);
    return start.length >= wanted.length
        && HexFormat.of().formatHex(start, 0, wanted.length).equals(hex);
  }

  private String text(int place) {
    return start.length < place + 4 ? "" : new String(start, place, 4, StandardCharsets.ISO_8859_1);
  }
}
