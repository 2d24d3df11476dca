package io.chihiro.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A folder in which a note-taking program keeps daily notes among others: it goes in as one
/// archive, so that the service sees what kind of notes they are.
final class VaultZip {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private VaultZip() {}

  /// Whether a folder is Obsidian's or Logseq's.
  static boolean isVault(Path folder) {
    boolean journals = Files.isDirectory(folder.resolve("journals"));
    boolean around =
        Files.isDirectory(folder.resolve("logseq")) || Files.isDirectory(folder.resolve("pages"));
    return Files.isDirectory(folder.resolve(".obsidian")) || (journals && around);
  }

  /// The notes of such a folder in a new archive in another one; the same notes give the same
  /// bytes.
  static Path pack(Path vault, Path into) throws IOException {
    SortedMap<String, Path> notes = new TreeMap<>();
    Files.walkFileTree(vault, new Notes(vault, notes));
    Path packed = into.resolve(vault.getFileName() + ".zip");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(packed), StandardCharsets.UTF_8)) {
      String top = vault.getFileName() + "/";
      boolean obsidian = Files.isDirectory(vault.resolve(".obsidian"));
      zip.putNextEntry(entry(top + (obsidian ? ".obsidian/app.json" : "logseq/config.edn")));
      for (var note : notes.entrySet()) {
        zip.putNextEntry(entry(top + note.getKey()));
        long _ = Files.copy(note.getValue(), zip);
      }
    }
    return packed;
  }

  private static ZipEntry entry(String path) {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }

  private static final class Notes extends SimpleFileVisitor<Path> {
    private final Path vault;
    private final SortedMap<String, Path> notes;

    Notes(Path vault, SortedMap<String, Path> notes) {
      this.vault = vault;
      this.notes = notes;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = folder.getFileName().toString().startsWith(".");
      return hidden && !folder.equals(vault)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (attributes.isRegularFile() && name.endsWith(".md")) {
        notes.put(vault.relativize(file).toString().replace('\\', '/'), file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
