package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import io.chihiro.sample.PhotographedPage.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Bad files are refused with a sentence that names them, and harm nothing else.
@Order(2)
class BadFilesIT extends UnharmedSystem {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LocalDate DAY = LocalDate.parse("2022-09-09");

  BadFilesIT() throws Exception {}

  @Test
  void aTruncatedHeicPhotoIsNamed() throws Exception {
    assertUnreadable(BadFiles.truncated(Format.HEIC, "half.heic"));
  }

  @Test
  void aTruncatedJpegPhotoIsNamed() throws Exception {
    assertUnreadable(BadFiles.truncated(Format.JPEG, "half.jpg"));
  }

  @Test
  void aPhotoOfTwoHundredMegapixelsIsRefusedByItsLimit() throws Exception {
    String problem = assertUnreadable(BadFiles.pixelBomb("bomb.png"));
    assertTrue(problem.contains("megapixel"), problem);
  }

  @Test
  void anEmptyFileIsNamed() throws Exception {
    Reply reply = api.upload(PAGES, new NamedFile("nothing.jpg", new byte[0]));
    assertProblem(422, "nothing.jpg", reply);
  }

  @Test
  void aTextNamedLikeAPhotoIsNamed() throws Exception {
    Reply reply = api.upload(PAGES, NamedFile.text("letter.jpg", "Dear diary, I am no photo."));
    assertProblem(422, "letter.jpg", reply);
  }

  @Test
  void aBadFileBesideAGoodOneHarmsItNot() throws Exception {
    NamedFile good = NamedFile.text("2022-09-01.md", "A good page among bad ones.");
    Reply reply = api.upload(PAGES, List.of(new NamedFile("nothing.png", new byte[0]), good));
    assertEquals(202, reply.status());
    assertEquals("nothing.png", reply.body().path("refused").path(0).path("name").asText());
    assertEquals("2022-09-01.md", reply.body().path("pages").path(0).path("name").asText());
    remove(reply.body().path("entries").path(0).path("id").asText());
  }

  @Test
  void aZipWithAPathThatClimbsOutIsRefused() throws Exception {
    String rows = text(new PlaysFile().heard(DAY, "Climber", "Nobody", 3).named("rows.json"));
    assertImportFails(
        BadFiles.zip("climbing.zip", "../../Streaming_History_Audio_2022_0.json", rows),
        "climbing.zip");
  }

  @Test
  void aZipBombIsRefused() throws Exception {
    assertImportFails(BadFiles.zipBomb("bomb.zip"), "bomb.zip");
  }

  @Test
  void jsonThatIsCutInTheMiddleIsNamed() throws Exception {
    String whole = text(new PlaysFile().heard(DAY, "Cut", "Nobody", 6).named("rows.json"));
    NamedFile cut = NamedFile.text("cut.json", whole.substring(0, whole.length() * 2 / 3));
    assertImportFails(cut, "cut.json");
  }

  @Test
  void aZipWithoutAnyHistoryIsNeverASuccess() throws Exception {
    assertImportFails(
        BadFiles.zip("photos.zip", "readme.txt", "There is no history in here."), "photos.zip");
  }

  @Test
  void rowsWithNullNamesAreCountedAndPassedOver() throws Exception {
    PlaysFile rows =
        new PlaysFile().heard(DAY, "Named", "Nobody", 3).nameless(DAY).nameless(DAY.plusDays(1));
    JsonNode done = api.importPlays(rows.named("nulls.json"), MINUTE);
    assertEquals("done", done.path("status").asText());
    assertEquals(3, done.path("stored").asInt());
    assertEquals(2, done.path("dropped").path("no title").asInt(), done.toString());
    assertBalanced(done);
  }

  @Test
  void playsOfImpossibleYearsAreCountedAndPassedOver() throws Exception {
    PlaysFile rows =
        new PlaysFile()
            .heard(DAY.plusDays(2), "Now", "Nobody", 3)
            .heard(LocalDate.parse("1900-01-01"), "Then", "Nobody", 1)
            .heard(LocalDate.parse("2100-01-01"), "Some day", "Nobody", 1);
    JsonNode done = api.importPlays(rows.named("years.json"), MINUTE);
    assertEquals(3, done.path("stored").asInt(), done.toString());
    assertEquals(2, done.path("dropped").path("impossible date").asInt(), done.toString());
    assertBalanced(done);
  }

  /// Whether it is seen at once or only by the reader: it ends as a failure that names the file.
  private String assertUnreadable(NamedFile file) throws Exception {
    Reply reply = api.upload(PAGES, file);
    String problem = reply.detail();
    if (reply.status() == 202) {
      problem = awaitFailed(reply.body().path("pages").path(0).path("page").asText());
    } else {
      assertEquals(422, reply.status());
    }
    assertTrue(problem.contains(file.name()), problem);
    return problem;
  }

  private String awaitFailed(String page) throws Exception {
    return Patience.until(
        MINUTE,
        "the page fails",
        () -> {
          for (JsonNode each : api.get(PAGES).fine().path("pages")) {
            if (each.path("page").asText().equals(page)
                && each.path("state").asText().equals("failed")) {
              return Optional.of(each.path("problem").asText());
            }
          }
          return Optional.empty();
        });
  }

  private void assertImportFails(NamedFile file, String named) throws Exception {
    JsonNode ended = api.importPlays(file, MINUTE);
    assertEquals("failed", ended.path("status").asText(), ended.toString());
    String message = ended.path("message").asText();
    assertTrue(message.contains(named), message);
    assertBalanced(ended);
  }

  private static void assertBalanced(JsonNode account) {
    int dropped = 0;
    for (JsonNode number : account.path("dropped")) {
      dropped += number.asInt();
    }
    int accounted = account.path("stored").asInt() + dropped + account.path("waiting").asInt();
    assertEquals(account.path("rows").asInt(), accounted, account.toString());
  }

  private static String text(NamedFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
