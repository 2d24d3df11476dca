package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.SampleLife;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system that the sample life went into through all three front doors.
///
/// @param system the running system
/// @param life what went in
/// @param imported what the import of the export came to
record LivedSystem(RunningSystem system, SampleLife life, JsonNode imported) {
  private static final Duration LOADING = Duration.ofMinutes(6);
  private static final int FILES_AT_ONCE = 16;

  /// Brings the life in and waits until all of it is recommendable.
  static LivedSystem on(RunningSystem system) throws Exception {
    SampleLife life = SampleLife.fixed();
    try (Api api = system.api()) {
      int uploaded = bringText(system, api, life);
      JsonNode account = api.importPlays(export(life), LOADING);
      awaitPages(api, uploaded);
      api.awaitNothingWaits(LOADING);
      return new LivedSystem(system, life, account);
    }
  }

  /// Every second text file is uploaded; the others and the photos go into the watched folder.
  private static int bringText(RunningSystem system, Api api, SampleLife life) throws Exception {
    List<NamedFile> uploads = new ArrayList<>();
    boolean upload = false;
    Map<String, String> files = life.journal().textFiles();
    for (Map.Entry<String, String> file : files.entrySet()) {
      upload = !upload;
      if (upload) {
        uploads.add(NamedFile.text(lastPart(file.getKey()), file.getValue()));
      } else {
        drop(system, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    for (PhotographedPage page : life.journal().pages()) {
      drop(system, "photos/" + page.file(), page.bytes());
    }
    for (int i = 0; i < uploads.size(); i += FILES_AT_ONCE) {
      List<NamedFile> batch = uploads.subList(i, Math.min(uploads.size(), i + FILES_AT_ONCE));
      var _ = api.upload("/api/v1/journal/pages", batch).fine();
    }
    return files.size() + life.journal().pages().size();
  }

  static void drop(RunningSystem system, String place, byte[] content) throws IOException {
    Path file = system.journal().resolve(place);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, content);
  }

  /// Waits until so many pages were seen and none waits to be read.
  static void awaitPages(Api api, int pages) throws Exception {
    boolean _ =
        Patience.until(
            LOADING,
            pages + " pages are read",
            () ->
                api.patiently("/api/v1/journal/pages")
                    .map(answer -> read(answer.path("pages")) >= pages)
                    .filter(all -> all));
  }

  private static int read(JsonNode pages) {
    int read = 0;
    for (JsonNode page : pages) {
      read += page.path("state").asText().equals("waiting") ? 0 : 1;
    }
    return read;
  }

  /// The life as an upload.
  static NamedFile export(SampleLife life) throws IOException {
    Path file = Files.createTempFile("chihiro-export-", ".zip");
    try {
      life.export().write(file);
      return new NamedFile("my_spotify_data.zip", Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  private static String lastPart(String path) {
    return Optional.of(path).map(whole -> whole.substring(whole.lastIndexOf('/') + 1)).get();
  }
}
