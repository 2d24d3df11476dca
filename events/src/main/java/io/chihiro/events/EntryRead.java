package io.chihiro.events;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// One dated (or not yet dated) piece of a journal, as text.
///
/// @param user whose entry it is
/// @param entry id within the user, stable across re-reading
/// @param date the local day it was written on; empty while it waits for a date
/// @param dateSource how the date was found
/// @param dateConfidence 0 (a guess) to 1 (the owner said so)
/// @param text what was written, as read
/// @param engine who read it: an engine's name, `typed` or `file`
/// @param confidence the engine's own mean confidence in its reading, 0 to 1
/// @param status how far the owner vouches for it
/// @param page the page it was read from, if any
/// @param writtenAt orders several entries of one day: the photo's capture time, if known
/// @param draft what an engine had read before the owner typed something else
public record EntryRead(
    String user,
    String entry,
    Optional<LocalDate> date,
    DateSource dateSource,
    Confidence dateConfidence,
    String text,
    String engine,
    Confidence confidence,
    Status status,
    Optional<String> page,
    Optional<LocalDateTime> writtenAt,
    Optional<Draft> draft)
    implements Event {

  /// What an engine read, kept beside the owner's text: it teaches how far the engine can be
  /// trusted.
  public record Draft(String engine, String text) {
    public Draft {
      engine = Check.text("engine", engine);
      Check.require(text != null, "text must be given");
    }
  }

  /// An entry that stands as it was read.
  public EntryRead(
      String user,
      String entry,
      Optional<LocalDate> date,
      DateSource dateSource,
      Confidence dateConfidence,
      String text,
      String engine,
      Confidence confidence,
      Status status,
      Optional<String> page,
      Optional<LocalDateTime> writtenAt) {
    this(
        user,
        entry,
        date,
        dateSource,
        dateConfidence,
        text,
        engine,
        confidence,
        status,
        page,
        writtenAt,
        Optional.empty());
  }

  /// How far the owner vouches for an entry.
  public enum Status {
    /// Read by an engine, not yet looked at.
    DRAFT,
    /// Typed by the owner, or checked by them.
    CONFIRMED,
    /// Kept, but never indexed.
    PRIVATE,
    /// Not wanted; kept so that re-reading does not bring it back.
    DISCARDED,
    /// Its words are gone for good; only its id is left, so that re-reading does not bring it back.
    FORGOTTEN;

    /// Whether such an entry takes part in the day's text.
    public boolean indexed() {
      return this == DRAFT || this == CONFIRMED;
    }
  }

  /// How an entry's date was found.
  public enum DateSource {
    WRITTEN,
    FILE_NAME,
    FRONT_MATTER,
    PHOTO,
    /// Written without its year, which the pages before and after supplied.
    NEIGHBOURS,
    /// The engine that read the page took it for this day.
    ENGINE,
    /// The page goes on with the day of the page before.
    PAGE_BEFORE,
    OWNER,
    NONE
  }

  public EntryRead {
    user = Check.user(user);
    entry = Check.text("entry", entry);
    dateSource = dateSource == null ? DateSource.NONE : dateSource;
    dateConfidence = dateConfidence == null ? Confidence.NONE : dateConfidence;
    Check.require(text != null, "text must be given");
    engine = Check.text("engine", engine);
    confidence = confidence == null ? Confidence.NONE : confidence;
    Check.require(status != null, "status must be given");
  }

  /// The same entry on another day.
  public EntryRead dated(Optional<LocalDate> day, DateSource source, Confidence sure) {
    return new EntryRead(
        user, entry, day, source, sure, text, engine, confidence, status, page, writtenAt, draft);
  }

  /// The same entry with other words.
  public EntryRead reading(String words, String reader, Confidence sure, Optional<Draft> before) {
    return new EntryRead(
        user,
        entry,
        date,
        dateSource,
        dateConfidence,
        words,
        reader,
        sure,
        status,
        page,
        writtenAt,
        before);
  }

  /// The same entry, vouched for otherwise.
  public EntryRead with(Status other) {
    return new EntryRead(
        user,
        entry,
        date,
        dateSource,
        dateConfidence,
        text,
        engine,
        confidence,
        other,
        page,
        writtenAt,
        draft);
  }

  /// What is left of the entry when its owner wants it forgotten while its page stays.
  public EntryRead forgotten() {
    return new EntryRead(
        user,
        entry,
        Optional.empty(),
        DateSource.NONE,
        Confidence.NONE,
        "",
        engine,
        Confidence.NONE,
        Status.FORGOTTEN,
        page,
        Optional.empty());
  }

  /// Whether it is more than a reminder of something forgotten.
  public boolean stillThere() {
    return status != Status.FORGOTTEN;
  }

  /// The same entry under another id.
  public EntryRead under(String id) {
    return new EntryRead(
        user,
        id,
        date,
        dateSource,
        dateConfidence,
        text,
        engine,
        confidence,
        status,
        page,
        writtenAt,
        draft);
  }

  /// `user/entry`.
  public String key() {
    return Keys.of(user, entry);
  }
}
