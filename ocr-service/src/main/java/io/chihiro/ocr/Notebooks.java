package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which photographed pages follow one another. Pure.
///
/// Those of one folder whose names differ in their numbers and endings alone: IMG_0203.heic and
/// IMG_0204.jpg do, IMG_0203 and from-mum-1 do not. What was sent through the page lies in one
/// folder however many notebooks it came from, so nothing follows there.
final class Notebooks {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ENDING = Pattern.compile("\\.[^./]*$");
  private static final int WIDEST_NUMBER_DIGITS = 20;

  /// An entry that the owner has not thrown away, and its page.
  record Leaf(PageScanned page, EntryRead entry) {}

  private Notebooks() {}

  /// The entries of each series of pages, in the order in which they were written.
  static List<List<Leaf>> of(Collection<PageScanned> pages, Collection<EntryRead> entries) {
    Map<String, PageScanned> byId =
        pages.stream().collect(Collectors.toMap(PageScanned::page, Function.identity()));
    Map<String, List<Leaf>> series = new TreeMap<>();
    entries.stream()
        .filter(entry -> entry.status() != Status.DISCARDED)
        .flatMap(entry -> leaf(entry, byId))
        .forEach(leaf -> series.computeIfAbsent(series(leaf), _ -> new ArrayList<>()).add(leaf));
    series.values().forEach(leaves -> leaves.sort(IN_ORDER));
    return List.copyOf(series.values());
  }

  /// The notebook of a page as its owner would name it: the folder it lies in.
  static String name(PageScanned page) {
    String place = PlaceOwner.seen(page.place());
    return Pages.isSent(page.place())
        ? "sent"
        : place.substring(0, Math.max(0, place.lastIndexOf('/')));
  }

  /// Pages in the order of their places, entries of a page in their own.
  static final Comparator<Leaf> IN_ORDER =
      Comparator.comparing((Leaf leaf) -> sortable(leaf.page().place()))
          .thenComparing(leaf -> leaf.page().page())
          .thenComparing(leaf -> leaf.entry().entry());

  private static Stream<Leaf> leaf(EntryRead entry, Map<String, PageScanned> pages) {
    return entry.page().map(pages::get).stream()
        .filter(Pages::isPicture)
        .map(page -> new Leaf(page, entry));
  }

  private static String series(Leaf leaf) {
    String place = leaf.page().place();
    String name = ENDING.matcher(place).replaceFirst("");
    return Pages.isSent(place) ? place : NUMBER.matcher(name).replaceAll("#");
  }

  // IMG_2 before IMG_10.
  private static String sortable(String place) {
    return NUMBER.matcher(place).replaceAll(Notebooks::padded);
  }

  private static String padded(MatchResult number) {
    return "0".repeat(Math.max(0, WIDEST_NUMBER_DIGITS - number.group().length())) + number.group();
  }
}
