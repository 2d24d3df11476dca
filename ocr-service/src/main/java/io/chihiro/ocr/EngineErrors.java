package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Draft;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How well each engine reads each notebook: its text beside the one the owner vouched for.
/// Thread-safe; distances are remembered, because they are dear and texts rarely change.
final class EngineErrors {
  private static final int LONGEST_CHARACTERS = 20_000;

  /// How well an engine reads a notebook.
  ///
  /// @param entries that the owner vouched for
  /// @param characters in them, as they should be
  /// @param errors letters that were added, dropped or changed
  record Rate(String engine, String notebook, int entries, long characters, long errors) {
    /// Character error rate.
    double share() {
      return characters == 0 ? 0 : (double) errors / characters;
    }

    private Rate and(Rate other) {
      return new Rate(
          engine,
          notebook,
          entries + other.entries,
          characters + other.characters,
          errors + other.errors);
    }
  }

  private record Counted(Draft draft, String text, int errors) {}

  private final Map<String, Counted> counted = new ConcurrentHashMap<>();

  /// The rates of a user's engines, notebook by notebook.
  List<Rate> of(Collection<PageScanned> pages, Collection<EntryRead> entries) {
    Map<String, PageScanned> byId =
        pages.stream().collect(Collectors.toMap(PageScanned::page, Function.identity()));
    Map<List<String>, Rate> rates = new TreeMap<>(Comparator.comparing(List::toString));
    for (EntryRead entry : entries) {
      rate(entry, byId)
          .ifPresent(rate -> rates.merge(List.of(rate.notebook(), rate.engine()), rate, Rate::and));
    }
    return List.copyOf(rates.values());
  }

  private Optional<Rate> rate(EntryRead entry, Map<String, PageScanned> pages) {
    if (entry.status() != Status.CONFIRMED || entry.text().length() > LONGEST_CHARACTERS) {
      return Optional.empty();
    }
    return entry
        .page()
        .map(pages::get)
        .flatMap(
            page ->
                OwnerHand.read(entry)
                    .filter(draft -> draft.text().length() <= LONGEST_CHARACTERS)
                    .map(draft -> rate(entry, draft, page)));
  }

  private Rate rate(EntryRead entry, Draft draft, PageScanned page) {
    Counted count =
        counted.compute(
            entry.key(),
            (_, known) -> known != null && isOf(known, entry, draft) ? known : count(entry, draft));
    return new Rate(
        draft.engine(), Notebooks.name(page), 1, entry.text().strip().length(), count.errors());
  }

  private static boolean isOf(Counted known, EntryRead entry, Draft draft) {
    return known.draft().equals(draft) && known.text().equals(entry.text());
  }

  private static Counted count(EntryRead entry, Draft draft) {
    return new Counted(draft, entry.text(), EditDistance.of(draft.text(), entry.text()));
  }
}
