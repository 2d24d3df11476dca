package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.Uploads.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of the files of one call.
///
/// @param pages one for each file that was taken in
/// @param entries the entries of text files; those of photos come when they are read
/// @param refused the files that cannot be taken in
public record UploadAnswer(
    List<UploadedPage> pages, List<EntryView> entries, List<RefusedFile> refused) {
  /// A file that was taken in.
  ///
  /// @param page its id
  /// @param name what the client called it
  /// @param state `waiting`, `read` or `failed`
  /// @param problem a sentence, if something is wrong with it
  /// @param account what became of the rows of a journal with many entries
  public record UploadedPage(
      String page,
      String name,
      String state,
      Optional<String> problem,
      Optional<PageScanned.Account> account) {}

  /// A file that cannot be taken in, and why.
  public record RefusedFile(String name, String problem) {}

  static UploadAnswer of(List<Outcome> outcomes) {
    List<UploadedPage> pages = new ArrayList<>();
    List<EntryView> entries = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Accepted(var name, var taken) -> {
          pages.add(page(name, taken.page()));
          taken.entries().stream().map(EntryView::of).forEach(entries::add);
        }
        case Outcome.Refused(var name, var problem) -> refused.add(new RefusedFile(name, problem));
      }
    }
    return new UploadAnswer(pages, entries, refused);
  }

  private static UploadedPage page(String name, PageScanned page) {
    return new UploadedPage(
        page.page(), name, Hyphenated.of(page.state()), page.problem(), page.account());
  }
}
