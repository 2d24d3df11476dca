package io.chihiro.local;

import io.chihiro.local.Recognised.Catalogue;
import io.chihiro.local.Recognised.DigitalJournal;
import io.chihiro.local.Recognised.Export;
import io.chihiro.local.Recognised.Photo;
import io.chihiro.local.Recognised.TextJournal;
import io.chihiro.local.Recognised.Unknown;
import io.chihiro.local.Recognised.WholeExport;
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
  private final List<Path> catalogues = new ArrayList<>();
  private final List<Path> photos = new ArrayList<>();
  private final List<Path> texts = new ArrayList<>();
  private final List<Path> journals = new ArrayList<>();
  private final List<Path> vaults = new ArrayList<>();
  private final SortedMap<String, Integer> programs = new TreeMap<>();
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

  /// Catalogues of songs.
  List<Path> catalogues() {
    return catalogues;
  }

  List<Path> photos() {
    return photos;
  }

  List<Path> texts() {
    return texts;
  }

  /// Photos, texts and digital journals, in the order found.
  List<Path> pages() {
    List<Path> pages = new ArrayList<>(photos);
    pages.addAll(texts);
    pages.addAll(journals);
    return pages;
  }

  /// Folders of Obsidian and Logseq, which go in as one archive each.
  List<Path> vaults() {
    return vaults;
  }

  /// Whether there is nothing to take in.
  boolean isEmpty() {
    return exports.isEmpty() && catalogues.isEmpty() && vaults.isEmpty() && pages().isEmpty();
  }

  /// What nobody could use, each with the reason.
  Map<Path, String> unknown() {
    return unknown;
  }

  /// One sentence: how many of each kind.
  String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(count(exports.size(), "export") + " of plays");
    String kinds = formats.isEmpty() ? "" : " " + formats.toString().replace("=", " ");
    parts.add(count(photos.size(), "photo") + kinds);
    parts.add(count(texts.size(), "text journal"));
    if (!programs.isEmpty()) {
      parts.add(
          count(journals.size() + vaults.size(), "digital journal")
              + " "
              + programs.toString().replace("=", " "));
    }
    if (!catalogues.isEmpty()) {
      parts.add(count(catalogues.size(), "catalogue") + " of songs");
    }
    return "Recognised " + String.join(", ", parts) + "; " + unknown.size() + " not recognised.";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void sort(Path file, Recognised what) {
    switch (what) {
      case Export() -> exports.add(file);
      case Catalogue() -> catalogues.add(file);
      case WholeExport(boolean songs) -> {
        exports.add(file);
        if (songs) {
          catalogues.add(file);
        }
        journals.add(file);
        programs.merge("Chihiro", 1, Integer::sum);
      }
      case TextJournal() -> texts.add(file);
      case DigitalJournal(String program) -> {
        journals.add(file);
        programs.merge(program, 1, Integer::sum);
      }
      case Unknown(String why) -> unknown.put(file, why);
      case Photo(String format) -> {
        photos.add(file);
        formats.merge(format, 1, Integer::sum);
      }
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!VaultZip.isVault(folder)) {
        return FileVisitResult.CONTINUE;
      }
      vaults.add(folder);
      programs.merge("vault", 1, Integer::sum);
      return FileVisitResult.SKIP_SUBTREE;
    }

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
