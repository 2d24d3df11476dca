package io.chihiro.ocr;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.ocr.FileContent.Digital;
import io.chihiro.ocr.FileContent.Note;
import io.chihiro.ocr.FileContent.Photo;
import io.chihiro.ocr.FileContent.Scan;
import io.chihiro.ocr.FileContent.Unusable;
import io.chihiro.ocr.digital.JournalFile;
import io.chihiro.ocr.digital.Row;
import io.chihiro.ocr.digital.Rows;
import io.chihiro.ocr.photo.PdfScan;
import io.chihiro.ocr.photo.PhotoFormat;
import io.chihiro.ocr.photo.Photos;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds out what a file is by looking into it; the name only helps where text is text.
/// Thread-safe.
final class FileExamination {
  private static final Set<String> TEXT = Set.of("md", "markdown", "txt");
  private static final Set<String> PHOTO =
      Set.of("jpg", "jpeg", "heic", "heif", "png", "webp", "tif", "tiff");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final long MEGABYTE = 1_000_000;

  private final OcrSettings.Limits limits;
  private final EntryChecks checks;
  private final DayOrder order;
  private final JournalRules rules;

  FileExamination(OcrSettings.Limits limits, EntryChecks checks, DayOrder order) {
    this.limits = limits;
    this.checks = checks;
    this.order = order;
    this.rules = new JournalRules(checks, order);
  }

  /// Whether a file is so large that it is not even looked into.
  boolean isTooLarge(long bytes) {
    return bytes > Math.max(limits.fileBytes(), limits.textBytes());
  }

  /// What the file is.
  ///
  /// @param name as the owner knows it
  /// @throws IOException if it cannot be looked into just now
  FileContent of(Path file, String name) throws IOException {
    long bytes = Files.size(file);
    if (bytes == 0) {
      return new Unusable(name + " is empty (0 bytes).");
    }
    if (journal(file, name).isArchive()) {
      return bytes > limits.archiveBytes()
          ? tooLarge(name, limits.archiveBytes())
          : archive(file, name);
    }
    if (isTooLarge(bytes)) {
      return tooLarge(name, limits.fileBytes());
    }
    if (PdfScan.recognises(file)) {
      return scan(file, name);
    }
    Optional<PhotoFormat> format = Photos.recognise(file);
    if (format.isEmpty()) {
      return text(file, name, bytes);
    }
    return bytes > limits.fileBytes()
        ? tooLarge(name, limits.fileBytes())
        : new Photo(format.get());
  }

  private static FileContent scan(Path file, String name) {
    try {
      return new Scan(new PdfScan(Photos.PIXEL_LIMIT).pages(file, name));
    } catch (UnusablePhotoException e) {
      return new Unusable(String.valueOf(e.getMessage()));
    }
  }

  /// The file as a journal of many rows.
  JournalFile journal(Path file, String name) {
    return new JournalFile(file, name, rules);
  }

  private FileContent archive(Path file, String name) throws IOException {
    return digital(
        journal(file, name),
        name,
        "no journal that is known (Day One, Journiv, notes of Obsidian or Logseq, Markdown, CSV)");
  }

  /// Reads a journal to its end before anything of it is kept: what breaks off is not taken in by
  /// halves.
  private static FileContent digital(JournalFile journal, String name, String nothing)
      throws IOException {
    try {
      JournalFile.Outcome outcome = journal.read(new Unheeded());
      if (outcome.holdsEntries()) {
        return new Digital(outcome.format());
      }
      return new Unusable(
          "%s holds %s%s"
              .formatted(name, nothing, outcome.problem().map(": "::concat).orElse(".")));
    } catch (BrokenUploadException e) {
      return new Unusable(e.sentence());
    }
  }

  private static final class Unheeded implements Rows {
    @Override
    public void take(Row row) {}

    @Override
    public void leaveOut(String reason, String where) {}
  }

  private FileContent text(Path file, String name, long bytes) throws IOException {
    if (bytes > limits.textBytes()) {
      return tooLarge(name, limits.textBytes());
    }
    JournalFile journal = journal(file, name);
    if (journal.isLooseJournal()) {
      return digital(journal, name, "no entry");
    }
    return decoded(Files.readAllBytes(file))
        .map(content -> text(content, name))
        .orElseGet(() -> notText(name));
  }

  private FileContent text(String content, String name) {
    String kind = extension(name);
    if (TEXT.contains(kind)) {
      return note(TextNote.of(name, content, checks, order), name);
    }
    return new Unusable(
        PHOTO.contains(kind)
            ? name + " is named like a photo but holds text."
            : name
                + " holds text, but is neither Markdown (.md), plain text (.txt), a table (.csv),"
                + " a journal of Day One or Journiv, nor lines of JSON with a \"text\" in each.");
  }

  private FileContent note(TextNote note, String name) {
    return checks
        .problemOf(note.text())
        .<FileContent>map(problem -> new Unusable(name + " cannot be an entry. " + problem))
        .orElseGet(() -> new Note(note));
  }

  private static Unusable notText(String name) {
    return new Unusable(
        TEXT.contains(extension(name))
            ? name + " is not UTF-8 text; save it as UTF-8 and send it again."
            : name + " is no photo (HEIC, JPEG, PNG, WebP, TIFF), no PDF and no text.");
  }

  private static Unusable tooLarge(String name, long bytes) {
    return new Unusable(
        String.format(
            Locale.ROOT, "%s is too large: at most %d MB are taken.", name, bytes / MEGABYTE));
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text)
          .filter(content -> content.indexOf('\0') < 0)
          .map(content -> content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content);
    } catch (CharacterCodingException e) {
      // Not UTF-8: the caller says so in a sentence.
      return Optional.empty();
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
