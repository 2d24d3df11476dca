package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.photo.Picture;
import java.util.List;
import java.util.Optional;

/// Pages made from files and from other pages. Pure.
final class Pages {
  /// The format of a page that was text already.
  static final String TEXT = "text";

  /// The format of a page that cannot be taken in.
  static final String UNKNOWN = "unknown";

  private Pages() {}

  /// A file that nobody has read yet.
  static PageScanned waiting(String user, String page, FileSight file, String format) {
    return new PageScanned(
        user,
        page,
        file.place(),
        file.bytes(),
        format,
        Optional.empty(),
        Optional.empty(),
        State.WAITING,
        List.of(),
        Optional.empty());
  }

  /// The same page at another place.
  static PageScanned moved(PageScanned page, String place) {
    return new PageScanned(
        page.user(),
        page.page(),
        place,
        page.bytes(),
        page.format(),
        page.capturedAt(),
        page.capturedOffset(),
        page.state(),
        page.attempts(),
        page.problem());
  }

  /// The same page with what the camera knew.
  static PageScanned captured(PageScanned page, Picture picture) {
    return new PageScanned(
        page.user(),
        page.page(),
        page.place(),
        page.bytes(),
        page.format(),
        picture.capturedAt(),
        picture.capturedOffset(),
        page.state(),
        page.attempts(),
        page.problem());
  }

  /// What the owner called the file: an upload has its SHA-256 in front of its name.
  static String name(PageScanned page) {
    String name = page.place().substring(page.place().lastIndexOf('/') + 1);
    return name.startsWith(page.page() + "-") ? name.substring(page.page().length() + 1) : name;
  }
}
