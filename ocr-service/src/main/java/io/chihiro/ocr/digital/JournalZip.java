package io.chihiro.ocr.digital;

import io.chihiro.door.upload.UploadedZip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;

/// An archive of journals, looked into from end to end before the first row is shown.
final class JournalZip implements AutoCloseable {
  private static final int MOST_FILES = 100_000;
  private static final Set<String> NOTES = Set.of("md", "markdown", "txt");
  private static final Set<String> TABLES = Set.of("json", "jsonl", "ndjson", "csv", "tsv");

  private final String name;
  private final UploadedZip zip;
  private final Vault vault;

  private JournalZip(String name, UploadedZip zip) {
    this.name = name;
    this.zip = zip;
    this.vault = Vault.of(zip.files().stream().map(ZipEntry::getName).toList());
  }

  /// Opens an archive.
  ///
  /// @throws io.chihiro.door.upload.BrokenUploadException if it is no whole zip, or one that climbs
  ///     out of itself
  static JournalZip open(Path file, String name) throws IOException {
    return new JournalZip(name, UploadedZip.open(file, name, MOST_FILES));
  }

  /// Shows every row; answers with the format, or `zip` for several.
  String read(RowRules rules, Rows rows) throws IOException {
    Set<Formats> met = EnumSet.noneOf(Formats.class);
    for (ZipEntry entry : zip.files()) {
      if (!vault.passesOver(entry.getName())) {
        read(entry, rules, rows).ifPresent(met::add);
      }
    }
    return met.size() == 1 ? met.iterator().next().title() : "zip";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private Optional<Formats> read(ZipEntry entry, RowRules rules, Rows rows) throws IOException {
    try (var content = new BufferedInputStream(zip.content(entry), Head.BYTES)) {
      Optional<Formats> format = format(Head.of(entry.getName(), content), rules);
      if (format.isPresent()) {
        var member = new Member(name, entry.getName(), vault, content);
        read(format.get(), member, rules, rows);
      }
      return format;
    }
  }

  private static void read(Formats format, Member member, RowRules rules, Rows rows)
      throws IOException {
    try {
      format.format().read(member, rules, rows);
    } catch (CharacterCodingException e) {
      if (format != Formats.NOTES) {
        throw member.notUtf8(e);
      }
      rows.leaveOut("not UTF-8", member.path());
    }
  }

  private Optional<Formats> format(Head head, RowRules rules) {
    boolean note = NOTES.contains(head.extension());
    if (vault != Vault.PLAIN) {
      return Optional.of(Formats.NOTES).filter(_ -> note);
    }
    if (!note && !TABLES.contains(head.extension())) {
      return Optional.empty();
    }
    return Formats.of(head, rules).or(() -> Optional.of(Formats.NOTES).filter(_ -> note));
  }
}
