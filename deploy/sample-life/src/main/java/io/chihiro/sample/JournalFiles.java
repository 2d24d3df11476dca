package io.chihiro.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The diary as files in a folder: Markdown, plain text, and photos of handwriting.
public final class JournalFiles {
  private static final int EVERY_PLAIN = 7;
  private static final int EVERY_FRONT_MATTER = 5;

  private final List<DiaryDay> typed;
  private final List<PhotographedPage> pages;

  JournalFiles(List<DiaryDay> days, ZoneTimeline zones) {
    pages = PhotographedPages.of(days, zones);
    Set<LocalDate> byHand =
        pages.stream().map(PhotographedPage::date).collect(Collectors.toUnmodifiableSet());
    typed = days.stream().filter(day -> !byHand.contains(day.date())).toList();
  }

  /// The days written by hand and photographed.
  public List<PhotographedPage> pages() {
    return pages;
  }

  /// The days that are text files, with the text exactly as written.
  public List<DiaryDay> typedDays() {
    return typed;
  }

  /// Every text file: its path below the journal's folder, and its content.
  ///
  /// The date stands in the name, or, for every fifth, in the front matter alone.
  public Map<String, String> textFiles() {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < typed.size(); i++) {
      DiaryDay day = typed.get(i);
      String folder = day.date().getYear() + "/";
      if (i % EVERY_PLAIN == 0) {
        files.put(folder + day.date() + ".txt", day.text() + "\n");
      } else if (i % EVERY_FRONT_MATTER == 0) {
        files.put(folder + "entry-%03d.md".formatted(i), frontMatter(day));
      } else {
        files.put(folder + day.date() + ".md", day.text() + "\n");
      }
    }
    return files;
  }

  /// Writes all of it.
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : textFiles().entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.resolveSibling("."));
      Files.writeString(place, file.getValue());
    }
    Path photos = Files.createDirectories(folder.resolve("photos"));
    for (PhotographedPage page : pages) {
      Files.write(photos.resolve(page.file()), page.bytes());
    }
  }

  private static String frontMatter(DiaryDay day) {
    return "---\ndate: " + day.date() + "\ntags: [diary]\n---\n\n" + day.text() + "\n";
  }
}
