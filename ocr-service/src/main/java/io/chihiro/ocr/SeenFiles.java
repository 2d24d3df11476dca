package io.chihiro.ocr;

import io.chihiro.ocr.bucket.FileSight;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which files of the bucket stand still, and which of them have been taken in.
///
/// In memory only: after a restart everything is looked at again, and what is known already
/// changes nothing. Thread-safe.
final class SeenFiles {
  private enum Stage {
    GROWING,
    TROUBLED,
    TAKEN
  }

  private record Watched(FileSight sight, Instant since, Stage stage) {
    boolean isStill(Instant now, Duration stillness) {
      return !since.plus(stillness).isAfter(now);
    }
  }

  private final Duration stillness;
  private final Duration troublePause;
  private final Map<String, Watched> files = new HashMap<>();

  SeenFiles(Duration stillness, Duration troublePause) {
    this.stillness = stillness;
    this.troublePause = troublePause;
  }

  /// Compares what lies in the bucket now with what lay there before; answers with the files that
  /// have stood still for long enough and are not taken in yet.
  ///
  /// @param lookedAt when the looking began
  synchronized List<FileSight> settled(Collection<FileSight> present, Instant lookedAt) {
    Map<String, FileSight> byPlace =
        present.stream().collect(Collectors.toMap(FileSight::place, sight -> sight));
    files.values().removeIf(file -> isGone(file, byPlace, lookedAt));
    present.forEach(sight -> notice(sight, lookedAt));
    return files.values().stream()
        .filter(file -> isDue(file, lookedAt))
        .map(Watched::sight)
        .toList();
  }

  /// Says that a file needs no more looking at until it changes.
  synchronized void taken(FileSight sight, Instant now) {
    files.put(sight.place(), new Watched(sight, now, Stage.TAKEN));
  }

  /// Says that a file could not be looked into; it is offered again after a pause.
  synchronized void troubled(FileSight sight, Instant now) {
    files.put(sight.place(), new Watched(sight, now, Stage.TROUBLED));
  }

  /// Files that are still growing or wait to be taken in.
  synchronized long waiting() {
    return files.values().stream().filter(file -> file.stage() == Stage.GROWING).count();
  }

  private static boolean isGone(Watched file, Map<String, FileSight> byPlace, Instant lookedAt) {
    // What was uploaded while we looked is not gone, we were only too early.
    return !byPlace.containsKey(file.sight().place()) && file.since().isBefore(lookedAt);
  }

  private void notice(FileSight sight, Instant now) {
    Watched known = files.get(sight.place());
    if (known == null || !known.sight().equals(sight)) {
      files.put(sight.place(), new Watched(sight, now, Stage.GROWING));
    }
  }

  private boolean isDue(Watched file, Instant now) {
    return switch (file.stage()) {
      case GROWING -> file.isStill(now, stillness);
      case TROUBLED -> file.isStill(now, troublePause);
      case TAKEN -> false;
    };
  }
}
