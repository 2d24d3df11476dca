package io.chihiro.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Feedback;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Everything of a user in one zip, put together from what each service gives while it is sent.
@ApplicationScoped
public class WholeExport {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int FINE = 200;

  // Without an ending, so that no reader of journals takes it for a page.
  private static final String README = "README";
  private static final String TEXT =
      """
      Everything that Chihiro knows of you, in formats that other programs read.

      journal/days         a Markdown file a day; drafts, which nobody has checked, are marked so
      journal/private      what you marked private
      journal/discarded    what you threw away
      journal/originals.csv  where the photos lie; they are not in here
      plays/plays.jsonl    every play, a line each, as ListenBrainz exports them; what only Chihiro
                           knows stands under "chihiro"
      plays/playlists      JSPF, one file a list
      plays/listening.jsonl  your rules, your corrections of plays, and which spellings are one song
      feedback.json        what you said to answers

      ./chihiro import takes this very file in again: into an empty system, it gives the same moments.
      Feedback is here for you to read; it is not taken in again.
      """;

  private final Neighbours neighbours;
  private final RecommendSettings settings;
  private final Answering answering;
  private final ObjectMapper json;

  public WholeExport(
      Neighbours neighbours, RecommendSettings settings, Answering answering, ObjectMapper json) {
    this.neighbours = neighbours;
    this.settings = settings;
    this.answering = answering;
    this.json = json;
  }

  /// Asks everybody, so that whoever cannot give is found out before the first byte.
  ///
  /// @throws RefusedException if one of the services cannot give its part
  Opened open(String user) throws InterruptedException {
    List<Feedback> feedback = answering.feedback().of(user);
    InputStream journal = part("ocr-service", settings.ocr().url(), "journal");
    InputStream plays = part("ingest-service", settings.ingest().url(), "plays");
    return new Opened(journal, plays, feedback);
  }

  /// What was given and is to be sent.
  final class Opened {
    private final InputStream journal;
    private final InputStream plays;
    private final List<Feedback> feedback;

    private Opened(InputStream journal, InputStream plays, List<Feedback> feedback) {
      this.journal = journal;
      this.plays = plays;
      this.feedback = feedback;
    }

    void write(OutputStream out) throws IOException {
      try (journal;
          plays;
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        put(zip, README, TEXT.getBytes(StandardCharsets.UTF_8));
        copy(journal, "journal/", zip);
        copy(plays, "plays/", zip);
        put(zip, "feedback.json", json.writeValueAsBytes(Map.of("feedback", feedback)));
      }
    }
  }

  private InputStream part(String service, List<URI> at, String part) throws InterruptedException {
    HttpResponse<InputStream> answer =
        neighbours.ask(
            service, at, "/api/v1/" + part + "/export", "GET", Map.of(), BodyPublishers.noBody());
    if (answer.statusCode() != FINE) {
      throw RefusedException.notNow(service + " cannot give its part just now; try again soon.");
    }
    return answer.body();
  }

  private static void copy(InputStream part, String folder, ZipOutputStream zip)
      throws IOException {
    ZipInputStream files = new ZipInputStream(part, StandardCharsets.UTF_8);
    for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      begin(zip, folder + file.getName());
      files.transferTo(zip);
      zip.closeEntry();
    }
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    begin(zip, path);
    zip.write(content);
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }
}
