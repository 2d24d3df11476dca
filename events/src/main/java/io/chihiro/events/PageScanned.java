package io.chihiro.events;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One page of a journal: where its image lies, and what became of reading it.
///
/// @param user whose page it is
/// @param page SHA-256 of the file's bytes in hex: the same photo twice is one page
/// @param place path below the bucket's root, with `/`
/// @param bytes size of the file in bytes
/// @param format what the content says it is, whatever its name: `jpeg`, `heic`, `png`, `webp`,
///     `tiff`, `pdf`, `text`, or the program that wrote the journal in it, such as `day-one`
/// @param capturedAt the camera's local time, if the photo tells
/// @param capturedOffset the camera's offset from UTC, if the photo tells
/// @param state what became of it
/// @param attempts every engine that was asked, in order, and what it said
/// @param problem a sentence for the owner, if something is wrong with the page or a part of it
/// @param account what became of the rows of a journal that holds many entries
public record PageScanned(
    String user,
    String page,
    String place,
    long bytes,
    String format,
    Optional<LocalDateTime> capturedAt,
    Optional<ZoneOffset> capturedOffset,
    State state,
    List<Attempt> attempts,
    Optional<String> problem,
    Optional<Account> account)
    implements Event {

  /// What became of a page.
  public enum State {
    WAITING,
    READ,
    FAILED,
    /// Its file is no longer there, and its owner has not said what that means.
    GONE,
    /// Its file is no longer there, and its owner wants to keep what was read from it.
    KEPT,
    /// Its owner wants it forgotten, but its file stays: remembered so that it is not read again.
    FORGOTTEN
  }

  /// What became of the rows of a journal; it always balances.
  ///
  /// @param rows everything in it that could be an entry
  /// @param stored those that are entries with a date
  /// @param dropped those that are none, by reason
  /// @param waiting those that are entries and wait for a date
  public record Account(long rows, long stored, SortedMap<String, Long> dropped, long waiting) {
    public Account {
      dropped = dropped == null ? new TreeMap<>() : new TreeMap<>(dropped);
      long gone = dropped.values().stream().mapToLong(Long::longValue).sum();
      Check.require(
          rows == stored + gone + waiting, "rows must be stored, dropped and waiting ones");
    }
  }

  /// One engine's try at a page.
  ///
  /// @param engine its name in the chain
  /// @param outcome `read`, `refused`, `timed out` or `failed`
  /// @param reason why it did not read the page; empty when it did. Never the page's text.
  public record Attempt(String engine, String outcome, Optional<String> reason) {
    public Attempt {
      engine = Check.text("engine", engine);
      outcome = Check.text("outcome", outcome);
    }
  }

  public PageScanned {
    user = Check.user(user);
    page = Check.text("page", page);
    place = Check.text("place", place);
    Check.notNegative("bytes", bytes);
    format = Check.text("format", format);
    Check.require(state != null, "state must be given");
    attempts = Absent.toEmpty(attempts);
  }

  /// A page without an account.
  public PageScanned(
      String user,
      String page,
      String place,
      long bytes,
      String format,
      Optional<LocalDateTime> capturedAt,
      Optional<ZoneOffset> capturedOffset,
      State state,
      List<Attempt> attempts,
      Optional<String> problem) {
    this(
        user,
        page,
        place,
        bytes,
        format,
        capturedAt,
        capturedOffset,
        state,
        attempts,
        problem,
        Optional.empty());
  }

  /// `user/page`.
  public String key() {
    return Keys.of(user, page);
  }

  /// The same page after reading it.
  public PageScanned with(State outcome, List<Attempt> tried, Optional<String> sentence) {
    return new PageScanned(
        user,
        page,
        place,
        bytes,
        format,
        capturedAt,
        capturedOffset,
        outcome,
        tried,
        sentence,
        account);
  }

  /// The same page with what became of its rows.
  public PageScanned with(Account balanced) {
    return new PageScanned(
        user,
        page,
        place,
        bytes,
        format,
        capturedAt,
        capturedOffset,
        state,
        attempts,
        problem,
        Optional.of(balanced));
  }
}
