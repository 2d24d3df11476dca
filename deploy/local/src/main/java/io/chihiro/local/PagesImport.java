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

  /// Folders of note-taking programs, each as one archive.
  void bringVaults(List<Path> vaults) throws IOException, InterruptedException {
    for (Path vault : vaults) {
      Path folder = Files.createTempDirectory("chihiro-vault-");
      try {
        bring(List.of(VaultZip.pack(vault, folder)));
      } finally {
        Files.deleteIfExists(folder.resolve(vault.getFileName() + ".zip"));
        Files.deleteIfExists(folder);
      }
    }
  }

  /// What became of the pages once nothing waits any more, in sentences.
  ///
  /// @throws TroubleException if the service does not tell
  List<String> account() throws InterruptedException {
    int read = 0;
    int failed = 0;
    List<String> journals = new ArrayList<>();
    for (JsonNode page : door.get(PATH).path("pages")) {
      String name = names.get(page.path("page").asText());
      if (name != null && page.path("account").isObject()) {
        journals.add(
            JournalAccount.sentence(name, page.path("format").asText(), page.path("account")));
      }
      if (name != null && page.path("state").asText().equals("failed")) {
        failed++;
        problems.add(name + ": " + page.path("problem").asText());
      } else if (name != null) {
        read++;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("pages: %d = %d read + %d failed".formatted(names.size(), read, failed));
    lines.addAll(journals);
    lines.add(entries());
    return lines;
  }

  /// Every file that was refused or could not be read, with the reason.
  List<String> problems() {
    return problems;
  }

  /// How many pages were taken in, photos and texts.
  int taken() {
    return names.size();
  }

  private String entries() throws InterruptedException {
    int entries = 0;
    int undated = 0;
    for (JsonNode entry : door.get("/api/v1/journal/entries").path("entries")) {
      if (names.containsKey(entry.path("page").asText())) {
        entries++;
        undated += entry.path("date").asText("").isEmpty() ? 1 : 0;
      }
    }
    return "entries: %d = %d dated + %d that wait for a date"
        .formatted(entries, entries - undated, undated);
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
