package io.chihiro.recommend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.ExportZip;
import io.chihiro.door.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Everything of a user in one zip, put together from what each service gives while it is sent.
@ApplicationScoped
public class WholeExport {
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
      plays/catalogue.jsonl  songs of catalogues that you imported, without their lyrics; only if there
                           are any
      feedback.json        what you said to answers

      ./chihiro import takes this very file in again: into an empty system, it gives the same moments.
      Feedback is here for you to read; it is not taken in again.
      """;

  private final Neighbours neighbours;
  private final Answering answering;
  private final ObjectMapper json;

  public WholeExport(Neighbours neighbours, Answering answering, ObjectMapper json) {
    this.neighbours = neighbours;
    this.answering = answering;
    this.json = json;
  }

  /// Asks everybody, so that whoever cannot give is found out before the first byte.
  ///
  /// @throws RefusedException if one of the services cannot give its part
  Opened open(String user) throws InterruptedException {
    return opened(
        () -> part(Neighbour.OCR, "journal"),
        () -> part(Neighbour.INGEST, "plays"),
        feedback(user));
  }

  /// Where a part comes from.
  @FunctionalInterface
  interface Source {
    /// Asks for it; whoever has it closes it.
    InputStream open() throws InterruptedException;
  }

  // The second may refuse; the first would wait for ever to be read.
  static Opened opened(Source journal, Source plays, byte[] feedback) throws InterruptedException {
    InputStream first = journal.open();
    try {
      return new Opened(first, plays.open(), feedback);
    } catch (RuntimeException | InterruptedException e) {
      close(first);
      throw e;
    }
  }

  private byte[] feedback(String user) {
    try {
      return json.writeValueAsBytes(Map.of("feedback", answering.feedback().of(user)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("feedback cannot be told as JSON", e);
    }
  }

  /// What was given and is to be sent.
  static final class Opened {
    private final InputStream journal;
    private final InputStream plays;
    private final byte[] feedback;

    Opened(InputStream journal, InputStream plays, byte[] feedback) {
      this.journal = journal;
      this.plays = plays;
      this.feedback = feedback;
    }

    void write(OutputStream out) throws IOException {
      ExportZip zip = new ExportZip(out);
      try (journal;
          plays) {
        zip.put(README, TEXT.getBytes(StandardCharsets.UTF_8));
        copy(journal, "journal/", zip);
        copy(plays, "plays/", zip);
        zip.put("feedback.json", feedback);
      }
      zip.finish();
    }
  }

  private InputStream part(Neighbour service, String part) throws InterruptedException {
    HttpResponse<InputStream> answer =
        neighbours.ask(
            service, "/api/v1/" + part + "/export", "GET", Map.of(), BodyPublishers.noBody());
    return given(service.title(), answer.statusCode(), answer.body());
  }

  static InputStream given(String service, int status, InputStream body) {
    if (status != FINE) {
      close(body);
      throw RefusedException.notNow(service + " cannot give its part just now; try again soon.");
    }
    return body;
  }

  private static void close(InputStream unread) {
    try {
      unread.close();
    } catch (IOException _) {
      // It is not wanted any more, and what is told is why.
    }
  }

  private static void copy(InputStream part, String folder, ExportZip zip) throws IOException {
    ZipInputStream files = new ZipInputStream(part, StandardCharsets.UTF_8);
    for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      zip.put(folder + file.getName(), files::transferTo);
    }
    // After the last file comes the list of them; if it breaks off there, so does this.
    long _ = part.transferTo(OutputStream.nullOutputStream());
  }
}
