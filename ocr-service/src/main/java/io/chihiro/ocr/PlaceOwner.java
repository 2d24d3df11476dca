package io.chihiro.ocr;

import io.chihiro.door.Identity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose a place in the bucket is: `users/<name>/…` is theirs, everything else the owner's. Pure.
final class PlaceOwner {
  private static final Pattern THEIRS = Pattern.compile("users/([^/]+)/.+");

  private PlaceOwner() {}

  /// Whose it is.
  static String of(String place) {
    Matcher theirs = THEIRS.matcher(place);
    return theirs.matches() && Identity.isName(theirs.group(1)) ? theirs.group(1) : Identity.OWNER;
  }

  /// The place as its owner sees it.
  static String seen(String place) {
    return place.substring(folder(of(place)).length());
  }

  /// The folder in which everything of a user lies, with a `/` behind it; empty for the owner's.
  static String folder(String user) {
    return user.equals(Identity.OWNER) ? "" : "users/" + user + "/";
  }
}
