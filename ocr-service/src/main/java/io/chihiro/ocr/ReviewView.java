package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.ocr.DoubtfulWords.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What waits for its owner, as a client sees it.
///
/// @param waiting how many entries are undated or doubtful
/// @param drafts how many more nobody has looked at yet
/// @param undo what taking back would take back: `confirm`, `split` …
/// @param items in the order of the notebooks
public record ReviewView(int waiting, int drafts, Optional<String> undo, List<ItemView> items) {
  private static final int END_CHARACTERS = 160;

  /// One entry.
  ///
  /// @param notebook the folder its page lies in
  /// @param photo whether there is a photo to look at
  /// @param before the entry before it in its notebook
  /// @param proposal a day to agree to
  /// @param doubtful words to look at first, as places in the text
  public record ItemView(
      EntryView entry,
      Optional<String> place,
      Optional<String> notebook,
      boolean photo,
      Optional<BeforeView> before,
      Optional<DateProposal> proposal,
      List<ReasonView> reasons,
      List<Span> doubtful) {}

  /// The entry before another.
  ///
  /// @param end the last words of its text
  public record BeforeView(String id, Optional<LocalDate> date, String end) {}

  /// Why an entry waits.
  ///
  /// @param code `not-read`, `no-date`, `doubtful-date`, `out-of-order`, `continues-page`,
  // `poorly-read`
  public record ReasonView(String code, String sentence) {}

  static ItemView item(ReviewList.Item item, DoubtfulWords words) {
    return new ItemView(
        EntryView.of(item.entry()),
        item.page().map(Pages::name),
        item.page().map(Notebooks::name),
        item.page().filter(Pages::isPicture).isPresent(),
        item.before().map(ReviewView::before),
        item.proposal(),
        item.reasons().stream()
            .map(reason -> new ReasonView(reason.code(), reason.sentence()))
            .toList(),
        words.of(item.entry()));
  }

  private static BeforeView before(EntryRead entry) {
    String text = entry.text().strip();
    String end = text.substring(Math.max(0, text.length() - END_CHARACTERS));
    return new BeforeView(entry.entry(), entry.date(), end);
  }
}
