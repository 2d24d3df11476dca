package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Photos of 12 megapixels as a phone stores them: how long one takes from the disk to the page,
/// and how much memory twenty at once take.
final class PagesBenchmark implements Benchmark {
  private static final String PHOTO = "twelve-megapixels.heic";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int ROUNDS = 7;
  private static final int PHOTOS = 20;
  private static final Bar SECONDS = new Bar.AtMost(1);
  private static final Bar MEBIBYTES = new Bar.AtMost(2048);
  private static final byte[] FREE = {0, 0, 0, 12, 'f', 'r', 'e', 'e', 0, 0, 0};

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    return lab.withStores(Map.of(), system -> measured(lab, system));
  }

  private static List<Row> measured(Lab lab, LocalSystem system)
      throws IOException, InterruptedException {
    system.add(Service.OCR);
    try (Api api = Api.of(system, Service.OCR)) {
      lab.say("pages: a photo of 12 megapixels, shown");
      Row shown = shown(lab, api);
      lab.say("pages: %d such photos at once, read".formatted(PHOTOS));
      return List.of(shown, memory(lab, api, system));
    }
  }

  /// Decoded, turned upright, reduced and written as JPEG: more than decoding alone.
  private static Row shown(Lab lab, Api api) throws IOException, InterruptedException {
    String page = upload(lab, api, 0);
    awaitRead(api, 1);
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      Stopwatch watch = Stopwatch.begin();
      byte[] _ = api.bytes("/api/v1/journal/pages/" + page + "/image");
      // The first one warms up.
      if (round > 0) {
        seconds.add(watch.seconds());
      }
    }
    return Row.of(
            Benchmarks.PAGES,
            "12-megapixel HEIC, decoded, reduced and sent as JPEG",
            "s",
            Numbers.median(seconds))
        .against(SECONDS);
  }

  private static Row memory(Lab lab, Api api, LocalSystem system)
      throws IOException, InterruptedException {
    for (int number = 1; number <= PHOTOS; number++) {
      String _ = upload(lab, api, number);
    }
    long most = 0;
    while (read(api) < PHOTOS + 1) {
      most = Math.max(most, system.residentMebibytes());
      Thread.sleep(PAUSE);
    }
    String what =
        "resident, %d such photos waiting: broker, cache and ocr-service".formatted(PHOTOS);
    return Row.of(Benchmarks.PAGES, what, "MiB", (double) most).against(MEBIBYTES);
  }

  /// @param number makes the same picture another file
  /// @return the page's id
  private static String upload(Lab lab, Api api, int number)
      throws IOException, InterruptedException {
    return lab.inFolder(
        folder -> {
          Path file = Files.write(folder.resolve(number + ".heic"), photo(number));
          JsonNode answer = api.upload("/api/v1/journal/pages", file);
          return answer.path("pages").path(0).path("page").asText();
        });
  }

  private static byte[] photo(int number) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PagesBenchmark.class.getResourceAsStream(PHOTO), PHOTO)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(in.readAllBytes());
      file.writeBytes(FREE);
      file.write(number);
      return file.toByteArray();
    }
  }

  private static void awaitRead(Api api, int pages) throws IOException, InterruptedException {
    while (read(api) < pages) {
      Thread.sleep(PAUSE);
    }
  }

  private static long read(Api api) throws IOException, InterruptedException {
    long read = 0;
    for (JsonNode page : api.get("/api/v1/journal/pages").path("pages")) {
      read += page.path("state").asText().equals("waiting") ? 0 : 1;
    }
    return read;
  }
}
