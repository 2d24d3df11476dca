package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Recognised.Catalogue;
import io.chihiro.local.Recognised.DigitalJournal;
import io.chihiro.local.Recognised.Export;
import io.chihiro.local.Recognised.Photo;
import io.chihiro.local.Recognised.TextJournal;
import io.chihiro.local.Recognised.Unknown;
import io.chihiro.local.Recognised.WholeExport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells what a file is by looking at its first bytes; what it is called only breaks ties.
final class Recognition {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int MOST_ENTRIES = 100_000;
  private static final int PDF_BYTES = 5;
  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
  private static final List<String> TEXT_NAMES = List.of(".md", ".markdown", ".txt", ".text");
  private static final List<String> LINES_NAMES = List.of(".jsonl", ".ndjson");

  private static final int MOST_LINES_BEFORE_HEADINGS = 10;
  private static final List<String> PLAIN_MARKS = List.of("#AUDIOSCROBBLER/", "#EXTM3U");
  private static final List<String> JSON_MARKS =
      List.of(
          "\"listened_at\"", "\"timeMs\"", "\"recenttracks\"", "\"lovedtracks\"", "\"scrobbles\"");

  private static final List<String> WHOLE =
      List.of("journal/originals.csv", "plays/plays.jsonl", "plays/listening.jsonl");

  private static final String SONGS = "plays/catalogue.jsonl";

  private Recognition() {}

  /// Looks at a file.
  ///
  /// @throws IOException if it cannot be read
  static Recognised of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (head.length == 0) {
      return new Unknown("is empty");
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return zip(file);
    }
    Optional<String> format = photo(head);
    return format.isPresent() ? new Photo(format.get()) : text(head, name(file));
  }

  private static Optional<String> photo(byte[] head) {
    if (starts(head, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("JPEG");
    }
    if (starts(head, 0x89, 'P', 'N', 'G')) {
      return Optional.of("PNG");
    }
    if (starts(head, 'I', 'I', 42, 0) || starts(head, 'M', 'M', 0, 42)) {
      return Optional.of("TIFF");
    }
    if (starts(head, 'R', 'I', 'F', 'F') && latin(head, 8, 4).equals("WEBP")) {
      return Optional.of("WebP");
    }
    if (latin(head, 0, PDF_BYTES).contains("%PDF-")) {
      return Optional.of("PDF");
    }
    boolean heif = latin(head, 4, 4).equals("ftyp") && HEIF_BRANDS.contains(latin(head, 8, 4));
    return heif ? Optional.of("HEIC") : Optional.empty();
  }

  private static Recognised zip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (WHOLE.stream().allMatch(path -> zip.getEntry(path) != null)) {
        return new WholeExport(zip.getEntry(SONGS) != null);
      }
      Set<String> programs = new TreeSet<>();
      for (ZipEntry entry : zip.stream().limit(MOST_ENTRIES).toList()) {
        String head = entry.isDirectory() ? "" : head(zip, entry);
        if (Catalogues.isOne(head)) {
          return new Catalogue();
        }
        if (listening(head, entry.getName())) {
          return new Export();
        }
        Journals.ofMember(head, entry.getName()).ifPresent(programs::add);
      }
      return programs.isEmpty()
          ? new Unknown("is a zip without a listening history or a journal in it")
          : new DigitalJournal(String.join(" and ", programs));
    } catch (IOException e) {
      return new Unknown("is a damaged zip: " + e.getMessage());
    }
  }

  private static String head(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static Recognised text(byte[] head, String name) {
    if (!readable(head)) {
      return new Unknown("is neither a photo nor text nor an export of plays");
    }
    String text = new String(head, StandardCharsets.UTF_8).strip();
    if (Catalogues.isOne(text)) {
      return new Catalogue();
    }
    if (listening(text, name)) {
      return new Export();
    }
    Optional<String> program = Journals.of(text, name);
    if (program.isPresent()) {
      return new DigitalJournal(program.get());
    }
    if (ends(name, LINES_NAMES) || (text.startsWith("{") && journalLine(text))) {
      return journalLine(text)
          ? new TextJournal()
          : new Unknown("is JSON lines without a journal's \"text\" in them");
    }
    if ((text.startsWith("[") && name.endsWith(".json")) || text.startsWith("{")) {
      return new Unknown("is JSON, but neither a Spotify history nor a journal");
    }
    if (ends(name, TEXT_NAMES) || !name.contains(".")) {
      return text.isEmpty() ? new Unknown("is blank") : new TextJournal();
    }
    return new Unknown("holds plain text, but its name does not end as a journal's (.md, .txt)");
  }

  /// A history or a playlist of any kind; ingest-service looks closer.
  private static boolean listening(String head, String name) {
    String text = head.strip();
    return history(text)
        || (name.toLowerCase(Locale.ROOT).endsWith(".csv") && isTableOfSongs(text, name))
        || PLAIN_MARKS.stream().anyMatch(text::startsWith)
        || (text.startsWith("{") && JSON_MARKS.stream().anyMatch(text::contains));
  }

  /// A table of songs says in its headings who sings them; what a journal tells of artists is none.
  private static boolean isTableOfSongs(String text, String name) {
    return Journals.of(text, name).isEmpty()
        && text.lines()
            .limit(MOST_LINES_BEFORE_HEADINGS)
            .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("artist"));
  }

  /// Either of the two kinds that Spotify hands out.
  private static boolean history(String head) {
    String text = head.strip();
    if (!text.startsWith("[")) {
      return false;
    }
    boolean extended = text.contains("\"ts\"") && text.contains("\"ms_played\"");
    return extended || (text.contains("\"endTime\"") && text.contains("\"msPlayed\""));
  }

  /// The first line may be longer than what was read: then its beginning has to do.
  private static boolean journalLine(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    try {
      JsonNode first = FrontDoor.JSON.readTree(line);
      return first.path("text").isTextual();
    } catch (IOException _) {
      return end < 0 && line.startsWith("{") && line.contains("\"text\"");
    }
  }

  /// UTF-8 (or nearly, in an old file) without what only binary files have.
  private static boolean readable(byte[] head) {
    for (byte each : head) {
      boolean control = each >= 0 && each < 32;
      if (control && each != '\n' && each != '\r' && each != '\t' && each != '\f') {
        return false;
      }
    }
    return true;
  }

  private static boolean ends(String name, List<String> endings) {
    return endings.stream().anyMatch(name::endsWith);
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static boolean starts(byte[] head, int... magic) {
    for (int index = 0; index < magic.length; index++) {
      if (index >= head.length || (head[index] & 0xFF) != magic[index]) {
        return false;
      }
    }
    return true;
  }

  private static String latin(byte[] head, int from, int length) {
    return head.length < from + length
        ? ""
        : new String(head, from, length, StandardCharsets.ISO_8859_1);
  }
}
