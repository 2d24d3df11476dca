package io.chihiro.local;

import io.chihiro.local.Recognised.Export;
import io.chihiro.local.Recognised.Photo;
import io.chihiro.local.Recognised.TextJournal;
import io.chihiro.local.Recognised.Unknown;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every file under the paths that were named, sorted by what it is. None is left out.
final class Found {
  private final List<Path> exports = new ArrayList<>();
  private final List<Path> photos = new ArrayList<>();
  private final List<Path> texts = new ArrayList<>();
  private final Map<Path, String> unknown = new LinkedHashMap<>();
  private final SortedMap<String, Integer> formats = new TreeMap<>();

  /// Looks at every path, and into every folder.
  ///
  /// @throws TroubleException if one of the paths is not there
  static Found under(List<Path> paths) throws IOException {
    Found found = new Found();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new TroubleException("There is no " + path);
      }
      Files.walkFileTree(path, found.new Collector());
    }
    return found;
  }

  List<Path> exports() {
    return exports;
  }

  List<Path> photos() {
    return photos;
  }

  List<Path> texts() {
    return texts;
  }

  /// Photos and texts, in the order found.
  List<Path> pages() {
    List<Path> pages = new ArrayList<>(photos);
    pages.addAll(texts);
    return pages;
  }

  /// What nobody could use, each with the reason.
  Map<Path, String> unknown() {
    return unknown;
  }

  /// One sentence: how many of each kind.
  String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(count(exports.size(), "Spotify export"));
    String kinds = formats.isEmpty() ? "" : " " + formats.toString().replace("=", " ");
    parts.add(count(photos.size(), "photo") + kinds);
    parts.add(count(texts.size(), "text journal"));
    return "Recognised " + String.join(", ", parts) + "; " + unknown.size() + " not recognised.";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void sort(Path file, Recognised what) {
    switch (what) {
      case Export() -> exports.add(file);
      case TextJournal() -> texts.add(file);
      case Unknown(String why) -> unknown.put(file, why);
      case Photo(String format) -> {
        photos.add(file);
        formats.merge(format, 1, Integer::sum);
      }
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      try {
        sort(
            file,
            Files.isRegularFile(file) ? Recognition.of(file) : new Unknown("is no ordinary file"));
      } catch (IOException e) {
        unknown.put(file, "cannot be read: " + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unknown.put(file, "cannot be read: " + e.getMessage());
      return FileVisitResult.CONTINUE;
    }
  }
}
