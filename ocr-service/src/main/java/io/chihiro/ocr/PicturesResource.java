package io.chihiro.ocr;

import io.chihiro.door.RefusedException;
import io.chihiro.ocr.photo.Photos;
import io.chihiro.ocr.photo.UnusablePhotoException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/// Makes any picture small and upright for whoever looks for something with it: a plain pixmap,
/// large enough for every encoder. Of the picture nothing stays.
@Path("/api/v1/pictures")
@Produces("image/x-portable-pixmap")
@RunOnVirtualThread
public class PicturesResource {
  /// Encoders look at 224 to 448 pixels; a picture three times as long as wide keeps them.
  private static final int LONGEST_SIDE_PIXELS = 1344;

  private static final String NAMELESS = "The picture";

  private final UprightPictures pictures;
  private final OcrSettings settings;
  private final Photos photos = new Photos();

  public PicturesResource(UprightPictures pictures, OcrSettings settings) {
    this.pictures = pictures;
    this.settings = settings;
  }

  /// One that was sent as a file of a form.
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public byte[] ofForm(MultipartFormDataInput form) throws IOException, InterruptedException {
    FormValue picture = onlyOne(form);
    try (InputStream body = picture.getFileItem().getInputStream()) {
      return small(body, SafeName.of(picture.getFileName()));
    }
  }

  // What is asked beside the picture stands in the address: here it would be passed over in
  // silence.
  private static FormValue onlyOne(MultipartFormDataInput form) {
    List<FormValue> pictures = new ArrayList<>();
    form.getValues()
        .forEach(
            (name, values) -> {
              if (!values.stream().allMatch(FormValue::isFileItem)) {
                throw RefusedException.wrongCall(
                    "\"%s\" belongs into the address; the form holds the picture alone."
                        .formatted(name));
              }
              pictures.addAll(values);
            });
    if (pictures.size() != 1) {
      throw RefusedException.wrongCall("Send one picture, not " + pictures.size() + ".");
    }
    return pictures.getFirst();
  }

  /// One that is the body itself.
  @POST
  @Consumes(MediaType.WILDCARD)
  public byte[] ofBody(InputStream body) throws IOException, InterruptedException {
    return small(body, NAMELESS);
  }

  // The decoders want a file; whatever a kill leaves of it goes with the uploads at the next start.
  private byte[] small(InputStream body, String name) throws IOException, InterruptedException {
    java.nio.file.Path uploads = settings.home().resolve("ocr/uploads");
    java.nio.file.Path file =
        Files.createTempFile(Files.createDirectories(uploads), "picture-", "");
    try {
      copy(body, file, name);
      return pictures.show(
          () -> photos.open(file),
          picture -> ShownPicture.pixmap(picture.image(), LONGEST_SIDE_PIXELS));
    } catch (UnusablePhotoException e) {
      String sentence = String.valueOf(e.getMessage());
      throw RefusedException.unusable(sentence.replace(String.valueOf(file.getFileName()), name));
    } finally {
      Files.delete(file);
    }
  }

  private void copy(InputStream body, java.nio.file.Path file, String name) throws IOException {
    long left = settings.limits().fileBytes();
    byte[] buffer = new byte[8192];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw RefusedException.tooLarge(
              "%s is too large: at most %d MB are taken."
                  .formatted(name, settings.limits().fileBytes() / 1_000_000));
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
