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
    Optional<LocalDateTime> writtenAt)
    implements Event {

  /// How far the owner vouches for an entry.
  public enum Status {
    /// Read by an engine, not yet looked at.
    DRAFT,
    /// Typed by the owner, or checked by them.
    CONFIRMED,
    /// Kept, but never indexed.
    PRIVATE,
    /// Not wanted; kept so that re-reading does not bring it back.
    DISCARDED;

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

  /// `user/entry`.
  public String key() {
    return Keys.of(user, entry);
  }
}
