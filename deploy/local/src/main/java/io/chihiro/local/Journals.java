package io.chihiro.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells which program wrote a journal, by how it begins. The service looks again, and closer.
final class Journals {
  private static final Pattern DAY_ONE =
      Pattern.compile(
          "^\\s*\\{\\s*\"(?:metadata\"\\s*:\\s*\\{\\s*\"version\"|entries\"\\s*:\\s*\\[)");
  private static final Pattern DAYS =
      Pattern.compile(
          "(?i)\\b(?:full_date|date|entry_date|day|datum|fecha|created|created_at|datetime|timestamp)\\b");
  private static final Pattern WORDS =
      Pattern.compile("(?i)\\b(?:text|entry|notes?|content|body|journal|message|eintrag)\\b");
  private static final List<String> NOTES = List.of(".md", ".markdown", ".txt");
  private static final List<String> TABLES = List.of(".csv", ".tsv");

  private Journals() {}

  /// The program, if it is one that writes many entries into one file.
  static Optional<String> of(String head, String name) {
    if (head.stripLeading().startsWith("{")) {
      return json(head);
    }
    return TABLES.stream().anyMatch(lower(name)::endsWith) && isTable(head)
        ? Optional.of("table")
        : Optional.empty();
  }

  /// The program that wrote a file of an archive.
  static Optional<String> ofMember(String head, String path) {
    String name = lower(path);
    boolean hidden = name.startsWith(".") || name.contains("/.") || name.startsWith("__macosx");
    if (hidden) {
      return Optional.empty();
    }
    if (NOTES.stream().anyMatch(name::endsWith)) {
      return Optional.of(head.contains("\nchihiro: 1\n") ? "Chihiro export" : "notes");
    }
    return name.endsWith(".jsonl") ? Optional.of("lines") : of(head, name);
  }

  private static Optional<String> json(String head) {
    if (DAY_ONE.matcher(head).find() && head.contains("\"entries\"")) {
      return Optional.of("Day One");
    }
    boolean journiv = head.contains("\"export_version\"") && head.contains("\"app_version\"");
    return journiv ? Optional.of("Journiv") : Optional.empty();
  }

  private static boolean isTable(String head) {
    String header = head.lines().findFirst().orElse("");
    return DAYS.matcher(header).find() && WORDS.matcher(header).find();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
