package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.photo.Picture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Pages made from files and from other pages. Pure.
final class Pages {
  /// The format of a page that was text already.
  static final String TEXT = "text";

  /// The format of a page that cannot be taken in.
  static final String UNKNOWN = "unknown";

  private static final Set<String> PICTURES = Set.of("jpeg", "heic", "png", "webp", "tiff", "pdf");

  private static final Pattern DIGEST_IN_FRONT = Pattern.compile("^[0-9a-f]{64}-(?=.)");

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
        page.problem(),
        page.account());
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
        page.problem(),
        page.account());
  }

  /// Whether a page is one that an engine reads, and no journal that was text already.
  static boolean isPicture(PageScanned page) {
    return PICTURES.contains(page.format());
  }

  /// What the owner called the file of a page.
  static String name(PageScanned page) {
    return name(page.place());
  }

  /// What the owner called the file at a place: an upload has its SHA-256 in front of its name.
  static String name(String place) {
    String name = place.substring(place.lastIndexOf('/') + 1);
    return DIGEST_IN_FRONT.matcher(name).replaceFirst("");
  }
}
