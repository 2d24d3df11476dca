package io.chihiro.ocr.digital;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.events.PageScanned.Account;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that may hold a journal: an archive, or one loose file. Nothing is ever unpacked to disk.
public final class JournalFile {
  /// What reading came to.
  ///
  /// @param format `day-one`, `journiv`, `notes`, `export`, `text`, or `zip` for several
  /// @param problem a sentence if some rows are no entries
  public record Outcome(String format, Account account, Optional<String> problem) {
    /// Whether there is anything in it.
    public boolean holdsEntries() {
      return account.stored() + account.waiting() > 0;
    }
  }

  private final Path file;
  private final String name;
  private final RowRules rules;

  /// A file.
  ///
  /// @param name what the owner calls it
  public JournalFile(Path file, String name, RowRules rules) {
    this.file = file;
    this.name = name;
    this.rules = rules;
  }

  /// Whether it is an archive, going by its first bytes.
  public boolean isArchive() throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] magic = content.readNBytes(4);
      return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] < 8;
    }
  }

  /// Whether it is one loose file that holds a journal of many rows.
  public boolean isLooseJournal() throws IOException {
    return looseFormat().isPresent();
  }

  /// Shows every row; the second time the same as the first.
  ///
  /// @throws BrokenUploadException if it cannot be read to its end; names what is wrong
  public Outcome read(Rows rows) throws IOException {
    Tally tally = new Tally(rules, rows);
    String format = isArchive() ? readArchive(tally) : readLoose(tally);
    return new Outcome(format, tally.account(), tally.problem());
  }

  private String readArchive(Tally tally) throws IOException {
    try (JournalZip zip = JournalZip.open(file, name)) {
      return zip.read(rules, tally);
    }
  }

  private String readLoose(Tally tally) throws IOException {
    Formats format =
        looseFormat()
            .orElseThrow(() -> new BrokenUploadException(name + " holds no journal any more."));
    try (InputStream content = Files.newInputStream(file)) {
      read(format, new Member(name, name, Vault.PLAIN, content), tally);
    }
    return format.title();
  }

  private Optional<Formats> looseFormat() throws IOException {
    try (var content = new BufferedInputStream(Files.newInputStream(file), Head.BYTES)) {
      return Formats.of(Head.of(name, content), rules);
    }
  }

  private void read(Formats format, Member member, Tally tally) throws IOException {
    try {
      format.format().read(member, rules, tally);
    } catch (CharacterCodingException e) {
      throw member.notUtf8(e);
    }
  }
}
