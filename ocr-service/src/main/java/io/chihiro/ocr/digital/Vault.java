package io.chihiro.ocr.digital;

import java.util.Collection;
import java.util.List;

/// What kind of archive notes lie in; some programs keep days among everything else.
enum Vault {
  /// Every note is one of a journal.
  PLAIN,
  /// Daily notes are those with a day in their name or front matter.
  OBSIDIAN,
  /// Daily notes lie in `journals`.
  LOGSEQ;

  private static final String JOURNALS = "journals";

  /// Goes by what programs leave beside the notes.
  static Vault of(Collection<String> paths) {
    if (paths.stream().anyMatch(path -> segments(path).contains(".obsidian"))) {
      return OBSIDIAN;
    }
    boolean journals = paths.stream().anyMatch(path -> segments(path).contains(JOURNALS));
    boolean around =
        paths.stream().anyMatch(path -> segments(path).contains("logseq") || isPage(path));
    return journals && around ? LOGSEQ : PLAIN;
  }

  /// Whether a file is no part of a journal at all: hidden, a backup, or made by a zipping program.
  boolean passesOver(String path) {
    List<String> segments = segments(path);
    return segments.stream().anyMatch(each -> each.startsWith(".") || each.equals("__MACOSX"))
        || (this == LOGSEQ && segments.contains("logseq"));
  }

  /// Whether a note may be a day's, going by where it lies.
  boolean isDaily(String path) {
    return this != LOGSEQ || segments(path).contains(JOURNALS);
  }

  private static boolean isPage(String path) {
    return segments(path).contains("pages") && path.endsWith(".md");
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/"));
  }
}
