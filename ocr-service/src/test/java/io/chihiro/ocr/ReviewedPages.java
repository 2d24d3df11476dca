package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.ocr.ReviewList.Item;
import io.chihiro.ocr.engine.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Pages that were read, and whoever looks through what came of them.
abstract class ReviewedPages {
  static final String USER = OcrWorld.OWNER;

  @TempDir private Path bucket;
  OcrWorld world;
  private int colour;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
  }

  /// Lays a page into the bucket that is read as `text`.
  final void page(String place, String text) {
    colour++;
    var _ = world.photo(place, colour, text);
  }

  /// From now on the page that was laid last is read as `text`.
  final void reads(String text) {
    world.engine.reads(colour, text);
  }

  /// From now on the engine says this about the page that was laid last.
  final void answers(Reading reading) {
    world.engine.answers(colour, reading);
  }

  final List<Item> waiting() {
    return world.desk.items(USER).stream().filter(Item::isDoubtful).toList();
  }

  final EntryRead only() {
    return world.onlyEntry();
  }

  static Correction status(Status status) {
    return new Correction(Optional.empty(), Optional.empty(), Optional.of(status));
  }

  static Optional<LocalDate> day(String date) {
    return Optional.of(LocalDate.parse(date));
  }
}
