package io.chihiro.ocr.digital;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An archive of journals, looked into from end to end before the first row is shown.
final class JournalZip implements AutoCloseable {
  private static final int MOST_ENTRIES = 100_000;
  private static final Set<String> NOTES = Set.of("md", "markdown", "txt");
  private static final Set<String> TABLES = Set.of("json", "jsonl", "ndjson", "csv", "tsv");

  private final String name;
  private final ZipFile zip;
  private final List<ZipEntry> entries;
  private final Vault vault;

  private JournalZip(String name, ZipFile zip, List<ZipEntry> entries) {
    this.name = name;
    this.zip = zip;
    this.entries = entries;
    this.vault = Vault.of(entries.stream().map(ZipEntry::getName).toList());
  }

  /// Opens an archive.
  ///
  /// @throws BrokenJournalException if it is no whole zip, or one that climbs out of itself
  static JournalZip open(Path file, String name) throws IOException {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new JournalZip(name, zip, entries(zip, name));
      } catch (IOException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new BrokenJournalException(name + " is not a whole zip file.", e);
    }
  }

  /// Shows every row; answers with the format, or `zip` for several.
  String read(RowRules rules, Rows rows) throws IOException {
    Set<Formats> met = EnumSet.noneOf(Formats.class);
    try {
      for (ZipEntry entry : entries) {
        if (!vault.passesOver(entry.getName())) {
          read(entry, rules, rows).ifPresent(met::add);
        }
      }
    } catch (ZipException e) {
      throw new BrokenJournalException(name + " is damaged: it cannot be unpacked.", e);
    }
    return met.size() == 1 ? met.iterator().next().title() : "zip";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private Optional<Formats> read(ZipEntry entry, RowRules rules, Rows rows) throws IOException {
    try (var content =
        new BufferedInputStream(
            new UnpackedStream(name, entry, zip.getInputStream(entry)), Head.BYTES)) {
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

  private static List<ZipEntry> entries(ZipFile zip, String name) throws BrokenJournalException {
    if (zip.size() > MOST_ENTRIES) {
      throw new BrokenJournalException(
          "%s holds %d files; more than %d are not read."
              .formatted(name, zip.size(), MOST_ENTRIES));
    }
    List<ZipEntry> files = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      refuseClimbing(entry.getName(), name);
      if (!entry.isDirectory()) {
        files.add(entry);
      }
    }
    files.sort(Comparator.comparing(ZipEntry::getName));
    return files;
  }

  private static void refuseClimbing(String path, String name) throws BrokenJournalException {
    String plain = path.replace('\\', '/');
    if (plain.startsWith("/")
        || plain.matches("[A-Za-z]:.*")
        || List.of(plain.split("/")).contains("..")) {
      throw new BrokenJournalException(
          "%s holds a path that climbs out of it (%s); it was not read.".formatted(name, path));
    }
  }
}
