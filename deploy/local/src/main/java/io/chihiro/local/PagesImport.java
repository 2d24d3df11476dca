package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings photos and written journals in through the front door, a few at a time.
final class PagesImport {
  private static final String PATH = "/api/v1/journal/pages";
  private static final int MOST_FILES = 16;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final FrontDoor door;
  private final ProgressLine line;
  private final Map<String, String> names = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int entries;
  private int undated;

  PagesImport(FrontDoor door, ProgressLine line) {
    this.door = door;
    this.line = line;
  }

  void bring(List<Path> pages) throws IOException, InterruptedException {
    int sent = 0;
    for (List<Path> batch : batches(pages)) {
      line.show("Sent %d of %d files".formatted(sent, pages.size()));
      take(batch, door.upload(PATH, batch));
      sent += batch.size();
    }
  }

  /// What became of the pages once nothing waits any more, in sentences.
  ///
  /// @throws TroubleException if the service does not tell
  List<String> account() throws InterruptedException {
    int read = 0;
    List<String> lines = new ArrayList<>();
    for (JsonNode page : door.get(PATH).path("pages")) {
      String name = names.get(page.path("page").asText());
      if (name == null) {
        continue;
      }
      if (page.path("state").asText().equals("read")) {
        read++;
      }
      if (page.path("state").asText().equals("failed")) {
        problems.add(name + ": " + page.path("problem").asText());
      }
    }
    lines.add(
        "pages: %d taken in = %d read + %d not".formatted(names.size(), read, names.size() - read));
    lines.add("written entries: %d, of which %d wait for a date".formatted(entries, undated));
    lines.addAll(undatedPages());
    return lines;
  }

  /// Every file that was refused or could not be read, with the reason.
  List<String> problems() {
    return problems;
  }

  /// How many files were taken in.
  int taken() {
    return names.size() + entries;
  }

  private List<String> undatedPages() throws InterruptedException {
    long waiting = 0;
    for (JsonNode entry : door.get("/api/v1/journal/entries").path("entries")) {
      boolean mine = names.containsKey(entry.path("page").asText());
      waiting += mine && entry.path("date").asText("").isEmpty() ? 1 : 0;
    }
    return waiting == 0
        ? List.of()
        : List.of("read, but without a date: %d; the page asks for it".formatted(waiting));
  }

  private void take(List<Path> batch, FrontDoor.Reply reply) {
    if (!reply.fine()) {
      String files = batch.size() == 1 ? batch.getFirst() + ": " : "";
      problems.add(files + reply.problem());
      return;
    }
    for (JsonNode page : reply.body().path("pages")) {
      names.put(page.path("page").asText(), page.path("name").asText());
    }
    for (JsonNode entry : reply.body().path("entries")) {
      entries++;
      undated += entry.path("date").asText("").isEmpty() ? 1 : 0;
    }
    for (JsonNode refused : reply.body().path("refused")) {
      problems.add(refused.path("name").asText() + ": " + refused.path("problem").asText());
    }
  }

  static List<List<Path>> batches(List<Path> files) throws IOException {
    List<List<Path>> batches = new ArrayList<>();
    List<Path> batch = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      long size = Files.size(file);
      if (!batch.isEmpty() && (batch.size() == MOST_FILES || bytes + size > MOST_BYTES)) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(file);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
