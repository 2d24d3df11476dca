package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Draft;
import java.time.LocalDate;
import java.util.Optional;

/// Entries cut and joined by their owner. What an engine had read goes along. Pure.
final class EntryPieces {
  private EntryPieces() {}

  /// A piece of an entry that is split.
  record Piece(Optional<LocalDate> date, String text) {}

  /// An entry that is left with one piece of its text.
  static EntryRead cut(EntryRead whole, Piece piece) {
    EntryRead read =
        whole.reading(piece.text(), OwnerHand.TYPED, Confidence.FULL, draft(whole, piece));
    return piece.date().isPresent()
        ? read.dated(piece.date(), DateSource.OWNER, Confidence.FULL)
        : read;
  }

  // What an engine read of a piece is known only where the owner cut and changed nothing.
  private static Optional<Draft> draft(EntryRead whole, Piece piece) {
    return OwnerHand.read(whole)
        .filter(draft -> draft.text().contains(piece.text()))
        .map(draft -> new Draft(draft.engine(), piece.text()));
  }

  /// The earlier entry with the words of both.
  static EntryRead joined(EntryRead earlier, EntryRead later) {
    return earlier.reading(
        joined(earlier.text(), later.text()),
        OwnerHand.TYPED,
        Confidence.FULL,
        OwnerHand.read(earlier)
            .flatMap(one -> OwnerHand.read(later).flatMap(two -> both(one, two))));
  }

  private static Optional<Draft> both(Draft one, Draft two) {
    return one.engine().equals(two.engine())
        ? Optional.of(new Draft(one.engine(), joined(one.text(), two.text())))
        : Optional.empty();
  }

  private static String joined(String earlier, String later) {
    return earlier.stripTrailing() + "\n" + later.strip();
  }
}
