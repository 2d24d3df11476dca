package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.UploadAnswer.RefusedFile;
import io.chihiro.ocr.Uploads.Outcome;
import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/// Photos and text journals, sent and shown.
@Path("/api/v1/journal/pages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalPagesResource {
  private static final String A_DAY = "private, max-age=86400";

  private final Journal journal;
  private final Uploads uploads;
  private final PageFiles files;
  private final Caller caller;
  private final int shownSidePixels;
  private final UprightPictures pictures;

  public JournalPagesResource(
      Journal journal,
      Uploads uploads,
      PageFiles files,
      UprightPictures pictures,
      Caller caller,
      OcrSettings settings) {
    this.journal = journal;
    this.uploads = uploads;
    this.files = files;
    this.pictures = pictures;
    this.caller = caller;
    this.shownSidePixels = settings.limits().shownSidePixels();
  }

  /// Pages, the newest first.
  public record PageList(List<PageView> pages) {}

  @GET
  public PageList list() {
    return new PageList(journal.newestPages(caller.user()).stream().map(PageView::of).toList());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @ResponseStatus(202)
  public UploadAnswer upload(@RestForm(FileUpload.ALL) List<FileUpload> sent) throws IOException {
    if (sent.isEmpty()) {
      throw RefusedException.wrongCall("The call carries no file.");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (FileUpload file : sent) {
      outcomes.add(uploads.take(caller.user(), file.uploadedFile(), file.fileName()));
    }
    return partlyTaken(UploadAnswer.of(outcomes));
  }

  @GET
  @Path("{page}/image")
  @Produces("image/jpeg")
  public RestResponse<byte[]> image(@RestPath String page)
      throws IOException, InterruptedException {
    PageScanned known =
        journal
            .page(caller.user(), page)
            .orElseThrow(() -> RefusedException.notFound("There is no page " + page + "."));
    try {
      byte[] image =
          pictures.show(
              () -> picture(known), picture -> ShownPicture.jpeg(picture.image(), shownSidePixels));
      return RestResponse.ResponseBuilder.ok(image).header("Cache-Control", A_DAY).build();
    } catch (UnusablePhotoException e) {
      throw RefusedException.notFound(String.valueOf(e.getMessage()));
    }
  }

  private Picture picture(PageScanned page) throws IOException, UnusablePhotoException {
    return files
        .open(page)
        .orElseThrow(
            () ->
                RefusedException.notFound(
                    "The photo of this page is no longer at " + page.place() + "."));
  }

  private static UploadAnswer partlyTaken(UploadAnswer answer) {
    if (answer.pages().isEmpty()) {
      throw RefusedException.unusable(
          answer.refused().stream().map(RefusedFile::problem).collect(Collectors.joining(" ")));
    }
    return answer;
  }
}
