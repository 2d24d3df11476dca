package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.digital.FrontMatter;
import io.chihiro.ocr.digital.NamedDay;
import io.chihiro.ocr.digital.NoteText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// One Markdown or plain-text file: a day's text, and where the day was found. Pure.
///
/// @param text without front matter and without what is there for a note-taking program, stripped
record TextNote(
    Optional<LocalDate> date, DateSource dateSource, Confidence dateConfidence, String text) {
  private static final Pattern MARKDOWN = Pattern.compile("(?i)\\.(?:md|markdown)$");

  /// Reads a file's text: the date from its front matter, else its name, else its first lines.
  static TextNote of(String name, String content, EntryChecks checks, DayOrder order) {
    FrontMatter parts = FrontMatter.of(content);
    String text = MARKDOWN.matcher(name).find() ? NoteText.of(parts.body()) : parts.body().strip();
    var hints = new DateHints(order, Optional.empty(), checks.latest());
    return parts
        .date()
        .flatMap(value -> field(value, checks, hints))
        .map(day -> new TextNote(Optional.of(day), DateSource.FRONT_MATTER, Confidence.FULL, text))
        .or(
            () ->
                NamedDay.inName(name, checks::isSane)
                    .map(
                        day ->
                            new TextNote(
                                Optional.of(day), DateSource.FILE_NAME, Confidence.FULL, text)))
        .orElseGet(() -> byFirstLines(text, hints));
  }

  /// Whether the file is called after the day it tells of.
  boolean isNamedAfterItsDay() {
    return dateSource == DateSource.FILE_NAME;
  }

  private static Optional<LocalDate> field(String value, EntryChecks checks, DateHints hints) {
    return NamedDay.inField(value, checks::isSane)
        .or(
            () ->
                EntryDate.find(value, hints) instanceof Written written
                    ? Optional.of(written.date())
                    : Optional.empty());
  }

  private static TextNote byFirstLines(String text, DateHints hints) {
    return switch (EntryDate.find(text, hints)) {
      case Written(var date, var confidence, _) ->
          new TextNote(Optional.of(date), DateSource.WRITTEN, confidence, text);
      case Proposed _, Unknown _ ->
          new TextNote(Optional.empty(), DateSource.NONE, Confidence.NONE, text);
    };
  }
}
