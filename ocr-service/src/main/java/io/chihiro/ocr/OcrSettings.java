package io.chihiro.ocr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Everything about this service that an owner may want otherwise.
@ConfigMapping(prefix = "chihiro.ocr")
public interface OcrSettings {
  /// The home folder; uploads pass through `ocr/uploads` below it.
  Path home();

  /// The watched folder tree. Files are read here and stay here.
  Path bucket();

  /// The broker, `host:port`.
  String broker();

  /// How often the tree is looked at. Polling, because no notice comes over NFS.
  @WithDefault("1s")
  Duration poll();

  /// How long a file's size and time must stand still before it counts as whole.
  @WithDefault("5s")
  Duration stillness();

  /// How long to leave a file alone that could not be looked into.
  @WithDefault("60s")
  Duration troublePause();

  /// Pages in work at the same time. Most of them wait for a server; how many an engine inside this
  /// process reads at once is set there.
  @WithDefault("5")
  int readers();

  /// What 05/03/24 means: `day-first` (5 March) or `month-first` (3 May).
  @WithDefault("day-first")
  DayOrder dayOrder();

  /// How large things may be.
  Limits limits();

  /// How large things may be: refused above, never cut.
  interface Limits {
    /// A photo file, in bytes.
    @WithDefault("100000000")
    long fileBytes();

    /// A text journal, in bytes: it is held in memory while it is read.
    @WithDefault("32000000")
    long textBytes();

    /// An archive of a digital journal with its photos, in bytes; it is read where it lies.
    @WithDefault("4000000000")
    long archiveBytes();

    /// One entry, in characters.
    @WithDefault("200000")
    int entryCharacters();

    /// Longest side of the picture that is shown on the page, in pixels.
    @WithDefault("2000")
    int shownSidePixels();
  }
}
