package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;
import io.chihiro.events.PageScanned;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// A page as a client sees it.
///
/// @param page its id
/// @param place path below the bucket's root
/// @param format `heic`, `jpeg`, `png`, `webp`, `tiff`, `pdf`, `text`, the program that wrote a
///     journal, or `unknown`
/// @param state `waiting`, `read`, `failed`, `gone` or `kept`
/// @param problem a sentence, if something is wrong with it
/// @param capturedAt the camera's local time, if the photo tells
/// @param attempts every engine that was asked
/// @param account what became of the rows of a journal with many entries
public record PageView(
    String page,
    String place,
    String format,
    String state,
    Optional<String> problem,
    Optional<LocalDateTime> capturedAt,
    List<PageScanned.Attempt> attempts,
    Optional<PageScanned.Account> account) {
  static PageView of(PageScanned page) {
    return new PageView(
        page.page(),
        page.place(),
        page.format(),
        Hyphenated.of(page.state()),
        page.problem(),
        page.capturedAt(),
        page.attempts(),
        page.account());
  }
}
