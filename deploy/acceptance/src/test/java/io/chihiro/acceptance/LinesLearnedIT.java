package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.acceptance.Api.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// How lines are meant, from the files to the answer of a version that was trained on them.
@Order(9)
class LinesLearnedIT {
  private static final String IMPORTS = "/api/v1/songs/imports";
  private static final String LINES = "/api/v1/search/lines";
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final List<String> CALLED =
      List.of("zorvath", "quillem", "felomar", "gratchip", "mirtuno", "wexbury");
  private static final List<String> SINGING =
      List.of(
          "Take me back to %s tonight my dear",
          "All that I remember is %s and us", "Nobody told me about %s before");
  private static final List<List<String>> SUNG =
      List.of(
          List.of("the tide", "an anchor", "gulls", "salt water", "a harbour", "the ferry"),
          List.of("a snowfall", "the frost", "icy roads", "december", "a frozen lake", "mittens"),
          List.of("the engine", "a highway", "old tyres", "petrol", "the windscreen", "gears"),
          List.of("fresh bread", "the oven", "warm soup", "sugar", "an apple pie", "the kitchen"),
          List.of("the moon", "a rocket", "orbit", "bright stars", "a satellite", "the comet"),
          List.of("a courtroom", "the judge", "a prison cell", "the jury", "handcuffs", "bail"));

  private static Api api;

  @BeforeAll
  static void bring() throws Exception {
    // In so few steps only the whole of what was learned tells.
    api =
        Systems.fresh("UTC", "CHIHIRO_TRAINING_MOST_STEPS=60\nCHIHIRO_TRAINING_SHARES=0.5,1\n")
            .api();
  }

  @AfterAll
  static void leave() {
    api.close();
  }

  @Test
  void annotationsAndPersonasMakeAVersionThatReadsQuestions() throws Exception {
    JsonNode before = api.post(LINES, "{\"line\":\"gulls\",\"model\":\"base\"}").fine();
    String base = before.path("queryVersion").asText();
    Reply nothing = api.post(LINES, "{\"line\":\"gulls\",\"model\":\"lines\"}");
    assertEquals(409, nothing.status());
    assertEquals(422, api.post("/api/v1/models/lines/train", "{}").status());

    taken("songs.csv", songs());
    assertEquals("120 annotations stored.", taken("annotations.csv", annotations()));
    assertEquals("36 songs for a persona stored.", taken("personas.csv", personas()));
    var _ = api.awaitNothingWaits(LONGEST);
    String message = trained();

    assertTrue(message.startsWith("lines is promoted"), message);
    JsonNode tuned =
        Patience.until(
            LONGEST,
            "an answer by the new version",
            () ->
                Optional.of(asked(""))
                    .filter(now -> now.path("queryVersion").asText().startsWith("lines-")));
    assertTrue(first(tuned).startsWith("Listed 2"), tuned.toString());
    assertEquals(base, asked(",\"model\":\"base\"").path("queryVersion").asText());
  }

  private static JsonNode asked(String more) throws Exception {
    return api.post(LINES, "{\"line\":\"Somebody who longs for felomar\"" + more + "}").fine();
  }

  private static String first(JsonNode answer) {
    return answer.path("songs").path(0).path("title").asText();
  }

  // Whatever is not of the theme would be among the hundred nearest of so few lines.
  private static String songs() {
    StringBuilder file = new StringBuilder("title,artist,lyrics,language\n");
    for (int theme = 0; theme < CALLED.size(); theme++) {
      for (int i = 0; i < 3; i++) {
        file.append("Listed %d %d,Lin,\"".formatted(theme, i));
        for (int line = 0; line < 8; line++) {
          String words = two(theme, i + line);
          file.append(SINGING.get(line % SINGING.size()).formatted(words)).append('\n');
        }
        file.append("\",en\n");
      }
    }
    return file.toString();
  }

  private static String annotations() {
    StringBuilder file = new StringBuilder("title,artist,lyric,annotation\n");
    for (int theme = 0; theme < CALLED.size(); theme++) {
      for (int i = 0; i < 20; i++) {
        file.append(
            "Taught %d %d,Ana,number %d has %s in it,It speaks of %s again (%d)\n"
                .formatted(theme, i, i, two(theme, i), CALLED.get(theme), i));
      }
    }
    return file.toString();
  }

  private static String personas() {
    StringBuilder file = new StringBuilder("persona,title,artist,relevant\n");
    for (int theme = 0; theme < CALLED.size(); theme++) {
      for (String persona : List.of("Somebody who speaks of %s", "All about %s, again")) {
        for (int i = 0; i < 3; i++) {
          file.append(
              "\"%s\",Listed %d %d,Lin,yes\n"
                  .formatted(persona.formatted(CALLED.get(theme)), theme, i));
        }
      }
    }
    return file.toString();
  }

  private static String two(int theme, int number) {
    List<String> words = SUNG.get(theme);
    int size = words.size();
    return words.get(number % size) + " and " + words.get((2 * number + 1) % size);
  }

  private static String taken(String name, String file) throws Exception {
    String id = api.upload(IMPORTS, NamedFile.text(name, file)).fine().path("id").asText();
    return Patience.until(
            LONGEST,
            "the end of the import",
            () ->
                api.patiently(IMPORTS + "/" + id)
                    .filter(now -> now.path("status").asText().equals("done")))
        .path("message")
        .asText();
  }

  private static String trained() throws Exception {
    var _ = api.post("/api/v1/models/lines/train", "{}").fine();
    return Patience.until(
            LONGEST,
            "the training's end",
            () ->
                api.patiently("/api/v1/models/training")
                    .filter(now -> now.path("state").asText().matches("done|failed")))
        .path("message")
        .asText();
  }
}
