package io.chihiro.models.tastes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.tastes.Item;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemTextTest {
  private static final String LYRICS = words(40);
  private static final Item SUNG =
      new Item("1", "Sung", "Ann", Optional.empty(), Optional.of("\n" + LYRICS));
  private static final Item PLAYED = Item.song("Played", "Bob");
  private static final String ANSWER =
      "{\"choices\":[{\"message\":{\"content\":\" Leaving home.\\n\"}}]}";

  @TempDir Path folder;

  @Test
  void firstWordsAreTwentyFiveAndTheTitleWhereThereAreNoLyrics()
      throws IOException, InterruptedException {
    List<String> texts = ItemText.FIRST_WORDS.of(List.of(SUNG, PLAYED), Summaries.none());

    assertEquals(List.of(words(25), "Played"), texts);
    assertEquals(
        List.of("Sung", "Played"), ItemText.TITLE.of(List.of(SUNG, PLAYED), Summaries.none()));
  }

  @Test
  void withoutAServerASummaryIsTheTitle() throws IOException, InterruptedException {
    assertEquals(
        List.of("Sung", "Played"), ItemText.SUMMARY.of(List.of(SUNG, PLAYED), Summaries.none()));
    assertFalse(ItemText.SUMMARY.differs(List.of(SUNG), false));
    assertTrue(ItemText.FIRST_WORDS.differs(List.of(SUNG), false));
    assertFalse(ItemText.FIRST_WORDS.differs(List.of(PLAYED), false));
  }

  @Test
  void aSummaryIsAskedOnceAndThenKept() throws IOException, InterruptedException {
    try (RecordedSummaryServer server = new RecordedSummaryServer(200, ANSWER)) {
      for (int i = 0; i < 2; i++) {
        assertEquals(
            List.of("Leaving home."), ItemText.SUMMARY.of(List.of(SUNG), kept(server, "small")));
      }

      assertEquals(1, server.questions().size());
      String question = server.questions().getFirst();
      assertTrue(question.contains("in 25 words") && question.contains("word39"), question);
      assertEquals(
          Optional.of("Leaving home."), kept(server, "large").of(SUNG), "another model is asked");
      assertEquals(2, server.questions().size());
    }
  }

  @Test
  void anEmptyAnswerIsKeptAsNoSummary() throws IOException, InterruptedException {
    try (RecordedSummaryServer server = new RecordedSummaryServer(200, "{\"choices\":[]}")) {
      for (int i = 0; i < 2; i++) {
        assertEquals(List.of("Sung"), ItemText.SUMMARY.of(List.of(SUNG), kept(server, "small")));
      }
      assertEquals(1, server.questions().size());
    }
  }

  @Test
  void aServerThatFailsIsNamedAndNeitherSideIsQuoted() throws IOException {
    for (int status : List.of(500, 200)) {
      try (RecordedSummaryServer server = new RecordedSummaryServer(status, "word39 is broken")) {
        IOException failed = assertThrows(IOException.class, () -> kept(server, "small").of(SUNG));

        assertTrue(failed.toString().contains("small at 127.0.0.1"), failed.toString());
        assertFalse(failed.toString().contains("word39"), failed.toString());
        assertNull(failed.getCause());
      }
    }
  }

  @Test
  void aKeyIsNeverShown() {
    SummaryServer server =
        new SummaryServer(URI.create("http://127.0.0.1:1"), "small", Optional.of("secret"));

    assertFalse(server.toString().contains("secret"));
  }

  private Summaries kept(RecordedSummaryServer server, String model) {
    SummaryServer settings = new SummaryServer(server.base(), model, Optional.of("secret"));
    return new KeptSummaries(
        folder, model, new OpenAiSummaries(HttpClient.newHttpClient(), settings));
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }
}
