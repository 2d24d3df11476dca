package io.chihiro.ocr;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.chihiro.events.PageScanned;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What of a journal belongs to something that shall be forgotten. Pure.
///
/// A page belongs to it if all of its entries do: what else stands on it stays readable.
final class ErasureScope {
  private final Collection<PageScanned> pages;
  private final Collection<EntryRead> entries;

  /// Works out scopes in one user's journal.
  ErasureScope(Collection<PageScanned> pages, Collection<EntryRead> entries) {
    this.pages = pages;
    this.entries = entries;
  }

  /// The scope of a subject.
  ///
  /// @throws RefusedException if there is no such thing
  Scope of(Subject subject) {
    return switch (subject.kind()) {
      case ENTRY -> ofEntry(subject.name());
      case NOTEBOOK -> ofNotebook(subject.name());
      case DAY -> ofDay(day(subject.name()));
      case EVERYTHING -> new Scope(ids(entries), pageIds(pages), days(entries));
    };
  }

  private Scope ofEntry(String id) {
    List<EntryRead> chosen = chosen(entry -> entry.entry().equals(id));
    if (chosen.isEmpty()) {
      throw RefusedException.notFound("There is no entry " + id + ".");
    }
    return new Scope(ids(chosen), onlyFrom(chosen), days(chosen));
  }

  private Scope ofNotebook(String folder) {
    List<PageScanned> own = pages.stream().filter(page -> isIn(page, folder)).toList();
    if (own.isEmpty()) {
      throw RefusedException.notFound("There is no notebook of this name.");
    }
    Set<String> ids = pageIds(own);
    List<EntryRead> chosen = chosen(entry -> entry.page().filter(ids::contains).isPresent());
    return new Scope(ids(chosen), ids, days(chosen));
  }

  // A day on which nothing was written may have been one of music.
  private Scope ofDay(LocalDate day) {
    List<EntryRead> chosen = chosen(entry -> entry.date().filter(day::equals).isPresent());
    return new Scope(ids(chosen), onlyFrom(chosen), Set.of(day));
  }

  private static boolean isIn(PageScanned page, String folder) {
    String name = Notebooks.name(page);
    return name.equals(folder) || name.startsWith(folder + "/");
  }

  // Pages of which nothing else is in the journal.
  private Set<String> onlyFrom(List<EntryRead> chosen) {
    Set<String> going = ids(chosen);
    Set<String> shared =
        entries.stream()
            .filter(entry -> !going.contains(entry.entry()))
            .flatMap(entry -> entry.page().stream())
            .collect(Collectors.toSet());
    return chosen.stream()
        .flatMap(entry -> entry.page().stream())
        .filter(page -> !shared.contains(page))
        .collect(Collectors.toSet());
  }

  private List<EntryRead> chosen(Predicate<EntryRead> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  private static Set<String> ids(Collection<EntryRead> entries) {
    return entries.stream().map(EntryRead::entry).collect(Collectors.toSet());
  }

  private static Set<String> pageIds(Collection<PageScanned> pages) {
    return pages.stream().map(PageScanned::page).collect(Collectors.toSet());
  }

  private static Set<LocalDate> days(Collection<EntryRead> entries) {
    return entries.stream().flatMap(entry -> entry.date().stream()).collect(Collectors.toSet());
  }

  private static LocalDate day(String name) {
    try {
      return LocalDate.parse(name);
    } catch (DateTimeException e) {
      throw RefusedException.wrongCall("A day is written as 2024-03-05.");
    }
  }
}
