package io.chihiro.ocr;

import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.bucket.FileSight;
import io.chihiro.ocr.photo.Picture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Pages made from files and from other pages. Pure.
final class Pages {
  /// The format of a page that was text already.
  static final String TEXT = "text";

  /// The format of a page that cannot be taken in.
  static final String UNKNOWN = "unknown";

  private static final Set<String> PICTURES = Set.of("jpeg", "heic", "png", "webp", "tiff", "pdf");

  /// The format of a page of a scan.
  static final String PDF = "pdf";

  /// The folder of what was sent through the front door.
  static final String SENT = "uploads/";

  private static final String SCAN_PAGE = "#page=";
  private static final Pattern OF_SCAN = Pattern.compile(SCAN_PAGE + "\\d+$");
  private static final Pattern IN_PRIVATE = Pattern.compile("(?i)(?:^|/)private/");
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

  /// What is left of a page whose file stays: enough not to read it again.
  static PageScanned forgotten(PageScanned page) {
    return new PageScanned(
        page.user(),
        page.page(),
        page.place(),
        page.bytes(),
        page.format(),
        Optional.empty(),
        Optional.empty(),
        State.FORGOTTEN,
        List.of(),
        Optional.empty());
  }

  /// The same page, now that it is known what it holds.
  static PageScanned of(PageScanned page, String format) {
    return new PageScanned(
        page.user(),
        page.page(),
        page.place(),
        page.bytes(),
        format,
        page.capturedAt(),
        page.capturedOffset(),
        page.state(),
        page.attempts(),
        page.problem(),
        page.account());
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

  /// Whether a page lies in a folder of its user that is called `private`, at any depth: it stays
  /// on this machine, and what it says is never indexed.
  static boolean isPrivate(PageScanned page) {
    return IN_PRIVATE.matcher(PlaceOwner.seen(page.place())).find();
  }

  /// How far the owner vouches for what is read from a page, until they say otherwise.
  static Status status(PageScanned page, Status usual) {
    return isPrivate(page) ? Status.PRIVATE : usual;
  }

  /// Whether a file was sent through the front door, and is a copy that nobody else has put there.
  static boolean isSent(String place) {
    return PlaceOwner.seen(place).startsWith(SENT);
  }

  /// The place of a page of a scan.
  ///
  /// @param number counted from 1
  static String ofScan(String place, int number) {
    return place + SCAN_PAGE + number;
  }

  /// Which page of a scan this is, counted from 1; empty if it is a file of its own.
  static OptionalInt numberInScan(PageScanned page) {
    int mark = page.format().equals(PDF) ? page.place().lastIndexOf(SCAN_PAGE) : -1;
    return mark < 0
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(page.place().substring(mark + SCAN_PAGE.length())));
  }

  /// Where the file of a page lies: for one of a scan, the scan.
  static String file(PageScanned page) {
    return numberInScan(page).isEmpty() ? page.place() : file(page.place());
  }

  /// Where the file of a page lies of which nothing but its place is known.
  static String file(String place) {
    return OF_SCAN.matcher(place).replaceFirst("");
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
