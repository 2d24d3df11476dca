package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.training.TrainingFolder.Unfinished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {
  @TempDir Path home;

  private TrainingFolder folder;

  @BeforeEach
  void inAHome() {
    folder = new TrainingFolder(home.resolve("training"));
  }

  @Test
  void aTrainingThatHasNotEndedIsRememberedWithHowOftenItWasBegun() throws Exception {
    assertEquals(Optional.empty(), folder.unfinished());
    folder.begin("sbert");
    folder.begin("sbert");

    assertEquals(Optional.of(new Unfinished("sbert", 2)), folder.unfinished());
  }

  @Test
  void endingInGoodOrderDoesNotCountAgainstATraining() throws Exception {
    folder.begin("sbert");
    folder.begin("sbert");
    folder.pause("sbert");

    assertEquals(Optional.of(new Unfinished("sbert", 1)), folder.unfinished());
  }

  @Test
  void whatEndedLeavesNothing() throws Exception {
    folder.begin("sbert");
    Files.createDirectories(folder.checkpoints("sbert"));
    Files.writeString(folder.checkpoints("sbert").resolve("loop.json"), "{}");
    Files.createDirectories(folder.candidates().resolve("sbert"));
    folder.end("sbert");

    assertEquals(Optional.empty(), folder.unfinished());
    assertFalse(Files.exists(folder.checkpoints("sbert")));
    assertFalse(Files.exists(folder.candidates()));
  }
}
