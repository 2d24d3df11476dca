package io.chihiro.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.RefusedException;
import io.chihiro.models.RgbPicture;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/// A picture as somebody sends it becomes one that an encoder can look at: ocr-service, which opens
/// photos of every kind and knows how to refuse those that are none, makes it small and upright.
final class SmallPictures {
  private static final String PATH = "/api/v1/pictures";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String FORM = "multipart/form-data";
  private static final String PLAIN = "application/octet-stream";

  /// Above the largest that ocr-service gives.
  private static final long MOST_PIXELS = 2_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Neighbours neighbours;

  SmallPictures(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /// The picture in a body.
  ///
  /// @param type of the body: a form with one file, or whatever a picture may be called
  /// @throws RefusedException if there is no picture in it, with a sentence that says why
  RgbPicture of(InputStream body, String type) throws InterruptedException {
    HttpResponse<InputStream> answer =
        neighbours.ask(
            Neighbour.OCR,
            PATH,
            "POST",
            Map.of(CONTENT_TYPE, type.startsWith(FORM) ? type : PLAIN),
            BodyPublishers.ofInputStream(() -> body));
    try (InputStream content = answer.body()) {
      if (answer.statusCode() == 200) {
        return RgbPicture.ofPixmap(content, MOST_PIXELS);
      }
      throw refused(answer.statusCode(), JSON.readTree(content).path("detail").asText());
    } catch (IOException e) {
      throw unreachable();
    }
  }

  private static RefusedException refused(int status, String detail) {
    return switch (status) {
      case 400 -> RefusedException.wrongCall(detail);
      case 413 -> RefusedException.tooLarge(detail);
      case 422 -> RefusedException.unusable(detail);
      default -> unreachable();
    };
  }

  private static RefusedException unreachable() {
    return RefusedException.notNow(
        "ocr-service, which opens pictures, did not do so just now; try again soon.");
  }
}
