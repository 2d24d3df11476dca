package io.chihiro.ocr.digital;

import io.chihiro.events.EntryRead.DateSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/// One file a day, as Obsidian and Logseq keep daily notes: `2024-03-05.md`, `2024_03_05.md`,
/// `2024/03/05.md`, or any name with a `date:` in its front matter.
final class Note implements JournalFormat {
  private static final int MOST_BYTES = 1_000_000;

  @Override
  public boolean recognises(Head head, RowRules rules) {
    return false;
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    String path = member.path();
    if (!member.vault().isDaily(path)) {
      rows.leaveOut("no daily note", path);
      return;
    }
    byte[] bytes = member.content().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      rows.leaveOut("too long", path);
      return;
    }
    take(member, decoded(bytes), rules, rows);
  }

  private static void take(Member member, String content, RowRules rules, Rows rows) {
    FrontMatter parts = FrontMatter.of(content);
    Optional<LocalDate> stated =
        parts
            .date()
            .flatMap(
                value -> NamedDay.inField(value, rules::isSane).or(() -> rules.written(value)));
    Optional<LocalDate> named = NamedDay.inPath(member.path(), rules::isSane);
    Optional<LocalDate> known = stated.or(() -> named);
    if (known.isEmpty() && member.vault() == Vault.OBSIDIAN) {
      rows.leaveOut("no daily note", member.path());
      return;
    }
    Optional<LocalDate> date = known.or(() -> rules.written(parts.body()));
    rows.take(
        Row.of(
            member.path(),
            Optional.of("note " + member.path()),
            date,
            source(stated, named),
            NoteText.of(parts.body(), member.vault()),
            Optional.empty()));
  }

  private static DateSource source(Optional<LocalDate> stated, Optional<LocalDate> named) {
    if (stated.isPresent()) {
      return DateSource.FRONT_MATTER;
    }
    return named.isPresent() ? DateSource.FILE_NAME : DateSource.WRITTEN;
  }

  private static String decoded(byte[] bytes) throws IOException {
    return Head.withoutMark(
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }
}
