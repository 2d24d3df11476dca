package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.events.Confidence;
import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import io.chihiro.keys.Sealing;
import io.chihiro.keys.Unsealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an engine read on a page lies sealed, and is found again.
class SealedAnswersTest {
  private static final KeptAnswer ANSWER =
      new KeptAnswer(
          "photo",
          "vision",
          "1",
          true,
          true,
          new Reading.Text("The lemon tree.", new Confidence(0.9), List.of()),
          new Usage(10, 20));

  @TempDir private Path home;
  private KeyRing keys;

  @BeforeEach
  void open() {
    keys = KeyPlaces.in(home).open();
  }

  @Test
  void anAnswerIsFoundAgainAndNoFileShowsIt() throws IOException {
    kept(keys).keep("ana", ANSWER);

    assertEquals(Optional.of(ANSWER), find(keys));
    try (Stream<Path> files = Files.walk(home.resolve("answers"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("lemon"));
      }
    }
  }

  @Test
  void anAnswerOfBeforeThereWereKeysIsRead() throws IOException {
    kept(new Unsealed()).keep("ana", ANSWER);

    assertEquals(Optional.of(ANSWER), find(keys));
  }

  @Test
  void anAnswerWhoseUsersKeyIsGoneWasNeverGiven() throws IOException {
    kept(keys).keep("ana", ANSWER);
    keys.destroy("ana");

    assertEquals(Optional.empty(), find(keys));
  }

  private Optional<KeptAnswer> find(Sealing sealing) throws IOException {
    return kept(sealing).find("ana", "photo", "vision", "1");
  }

  private KeptAnswers kept(Sealing sealing) {
    return new KeptAnswers(home.resolve("answers"), sealing, InstantSource.fixed(EngineWorld.NOW));
  }
}
