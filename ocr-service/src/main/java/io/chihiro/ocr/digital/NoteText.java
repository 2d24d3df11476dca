package io.chihiro.ocr.digital;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a person wrote in a note, without what is there for the note-taking program. Pure.
public final class NoteText {
  private static final Pattern BLOCKS =
      Pattern.compile(
          "(?ms)^[ \\t]*:LOGBOOK:.*?^[ \\t]*:END:[ \\t]*$"
              + "|^[ \\t]*```(?:dataview|dataviewjs|tasks|query)\\b.*?^[ \\t]*```[ \\t]*$"
              + "|%%.*?%%");
  private static final Pattern EMBED =
      Pattern.compile("!\\[\\[[^\\]\\n]*\\]\\]|\\{\\{[^}\\n]*\\}\\}");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)");
  private static final Pattern NAMED_LINK =
      Pattern.compile("#?\\[\\[[^\\]|\\n]*\\|([^\\]\\n]*)\\]\\]");
  private static final Pattern LINK = Pattern.compile("#?\\[\\[([^\\]\\n]*)\\]\\]");
  private static final Pattern BLOCK_REFERENCE =
      Pattern.compile("\\(\\([0-9a-f-]{36}\\)\\)|(?m)[ \\t]\\^[A-Za-z0-9-]+[ \\t]*$");
  private static final Pattern BOX =
      Pattern.compile("(?m)^(\\s*(?:[-*+]|\\d+\\.)) \\[[^\\]\\n]\\] ");
  private static final Pattern STATE =
      Pattern.compile(
          "(?m)^(\\s*[-*] )(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELED|CANCELLED)\\b ?");
  private static final Pattern PRIORITY = Pattern.compile("(?m)(^\\s*[-*] )\\[#[A-C]\\] ?");
  private static final Pattern TASK_DAY =
      Pattern.compile("[ \\t]*[📅⏳🛫✅➕❌]\uFE0F? ?\\d{4}-\\d{2}-\\d{2}", Pattern.UNICODE_CASE);
  private static final Pattern MACHINE_LINE =
      Pattern.compile(
          "^\\s*(?:[-*] )?(?:[\\w-]+:: .*|[\\w-]+::|(?:SCHEDULED|DEADLINE): <[^>]*>)\\s*$");
  private static final Pattern BULLET = Pattern.compile("^\\s*- ?");
  private static final Pattern CALLOUT = Pattern.compile("(?m)^(> *)\\[![^\\]\\n]*\\][+-]? ?");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*){2,}");

  private NoteText() {}

  /// The words of a note of any program.
  public static String of(String body) {
    return of(body, Vault.PLAIN);
  }

  static String of(String body, Vault vault) {
    String words = BLOCKS.matcher(body.replace("\r\n", "\n")).replaceAll("");
    words = replaced(words);
    List<String> kept = new ArrayList<>();
    for (String line : words.split("\n", -1)) {
      if (!MACHINE_LINE.matcher(line).matches()) {
        kept.add(vault == Vault.LOGSEQ ? BULLET.matcher(line).replaceFirst("") : line);
      }
    }
    return BLANK_LINES.matcher(String.join("\n", kept)).replaceAll("\n\n").strip();
  }

  private static String replaced(String text) {
    String words = EMBED.matcher(text).replaceAll("");
    words = IMAGE.matcher(words).replaceAll("");
    words = NAMED_LINK.matcher(words).replaceAll("$1");
    words = LINK.matcher(words).replaceAll("$1");
    words = BLOCK_REFERENCE.matcher(words).replaceAll("");
    words = BOX.matcher(words).replaceAll("$1 ");
    words = STATE.matcher(words).replaceAll("$1");
    words = PRIORITY.matcher(words).replaceAll("$1");
    words = TASK_DAY.matcher(words).replaceAll("");
    return CALLOUT.matcher(words).replaceAll("$1");
  }
}
