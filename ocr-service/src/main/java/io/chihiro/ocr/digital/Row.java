package io.chihiro.ocr.digital;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Draft;
import io.chihiro.events.EntryRead.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// One entry of a journal, as the program that wrote it left it.
///
/// @param where for messages, such as `line 6` or a path; never any text
/// @param key what the program knows it by, the same at every export; empty if it stands for itself
/// @param date the local day; empty if it waits for one
/// @param writtenAt the local time, if known
/// @param kept what this project itself knew of it when it was exported
public record Row(
    String where,
    Optional<String> key,
    Optional<LocalDate> date,
    DateSource dateSource,
    Confidence dateConfidence,
    String text,
    Optional<LocalDateTime> writtenAt,
    Optional<Kept> kept) {

  /// What an export of this project says of an entry beside its day and text.
  ///
  /// @param entry its id
  /// @param engine who read it
  /// @param confidence the engine's own
  /// @param status how far the owner vouches for it
  /// @param page the page it was read from, if any
  /// @param draft what an engine had read before the owner typed something else
  public record Kept(
      String entry,
      String engine,
      Confidence confidence,
      Status status,
      Optional<String> page,
      Optional<Draft> draft) {}

  /// A row of a program that is sure of its days.
  static Row of(
      String where,
      Optional<String> key,
      Optional<LocalDate> date,
      DateSource source,
      String text,
      Optional<LocalDateTime> writtenAt) {
    return new Row(
        where,
        key,
        date,
        date.isPresent() ? source : DateSource.NONE,
        date.isPresent() ? Confidence.FULL : Confidence.NONE,
        text,
        writtenAt,
        Optional.empty());
  }
}
