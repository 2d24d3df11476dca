package io.chihiro.events;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// One page of a journal: where its image lies, and what became of reading it.
///
/// @param user whose page it is
/// @param page SHA-256 of the file's bytes in hex: the same photo twice is one page
/// @param place path below the bucket's root, with `/`
/// @param bytes size of the file in bytes
/// @param format what the content says it is, whatever its name: `jpeg`, `heic`, `png`, `webp`,
///     `tiff`, `text`
/// @param capturedAt the camera's local time, if the photo tells
/// @param capturedOffset the camera's offset from UTC, if the photo tells
/// @param state what became of it
/// @param attempts every engine that was asked, in order, and what it said
/// @param problem a sentence for the owner when `state` is `FAILED`
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
    Optional<String> problem)
    implements Event {

  /// What became of a page.
  public enum State {
    WAITING,
    READ,
    FAILED
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

  /// `user/page`.
  public String key() {
    return Keys.of(user, page);
  }

  /// The same page after reading it.
  public PageScanned with(State outcome, List<Attempt> tried, Optional<String> sentence) {
    return new PageScanned(
        user, page, place, bytes, format, capturedAt, capturedOffset, outcome, tried, sentence);
  }
}
