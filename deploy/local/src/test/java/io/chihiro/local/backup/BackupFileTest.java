package io.chihiro.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Topics;
import io.chihiro.local.backup.Manifest.FilePart;
import io.chihiro.local.backup.Manifest.TopicPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
  private static final int BYTES = 100_000;

  @TempDir Path folder;

  @Test
  void whatWentInComesOutForItsOwnerAlone() throws IOException {
    Path backup = backup("journal/box/IMG_7.jpg", "plays");
    Path home = Files.createDirectory(folder.resolve("home"));

    try (BackupFile read = new BackupFile(backup)) {
      read.writeFiles(home);
    }

    Path file = home.resolve("journal/box/IMG_7.jpg");
    assertTrue(Arrays.equals(content(), Files.readAllBytes(file)));
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(file.resolveSibling(".")));
    assertEquals("rw-------", permissions(backup));
    assertFalse(Files.exists(folder.resolve("all.backup.part")));
  }

  @Test
  void onlyThePartIsThereBeforeItIsFinished() throws IOException {
    Path target = folder.resolve("all.backup");

    try (BackupWriter writer = new BackupWriter(target)) {
      var _ = writer.file("token", Files.writeString(folder.resolve("token"), "secret"));
      assertEquals("rw-------", permissions(folder.resolve("all.backup.part")));
    }

    assertFalse(Files.exists(target));
    assertFalse(Files.exists(folder.resolve("all.backup.part")));
  }

  @Test
  void whatBreaksOffIsNoBackup() throws IOException {
    byte[] bytes = Files.readAllBytes(backup("token", "plays"));

    for (int length : List.of(0, 1, bytes.length / 2, bytes.length - 1)) {
      Path half = Files.write(folder.resolve("half.backup"), Arrays.copyOf(bytes, length));
      assertTrue(refused(half).contains("half.backup is not a whole backup"), length + " bytes");
    }
  }

  @Test
  void aByteThatWasChangedIsFoundAndItsPartNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(backup("journal/IMG_7.jpg", "plays"));
    bytes[BYTES / 2] ^= 1;

    String problem = refused(Files.write(folder.resolve("changed.backup"), bytes));

    assertTrue(problem.contains("changed.backup is damaged: journal/IMG_7.jpg"), problem);
  }

  @Test
  void nothingIsWrittenOutsideOfTheHome() throws IOException {
    for (String path :
        List.of("../token", "/etc/passwd", "journal/../../token", "journal//x", "", "a/./b")) {
      String problem = refused(backup(path, "plays"));
      assertTrue(problem.contains("lies outside of the home"), path + ": " + problem);
    }
  }

  @Test
  void nothingIsWrittenOverWhatTheLauncherKeeps() throws IOException {
    for (String path :
        List.of("run/broker.json", "broker/meta.properties", "redis", "ocr/opened/x")) {
      String problem = refused(backup(path, "plays"));
      assertTrue(problem.contains(path + ", which no backup holds"), path + ": " + problem);
    }
  }

  @Test
  void aTopicOfAnotherVersionIsNamed() throws IOException {
    assertTrue(refused(backup("token", "tomorrow")).contains("the topic tomorrow"));
  }

  @Test
  void whatIsDerivedIsMadeAgainAndPagesComeBeforeTheirEntries() {
    List<String> topics = TopicDump.topics().stream().map(topic -> topic.name()).toList();

    assertTrue(topics.indexOf("journal-pages") < topics.indexOf("journal-entries"));
    assertEquals(
        Topics.ALL.stream()
            .map(topic -> topic.name())
            .filter(name -> !name.matches("songs|moments|vectors|song-vectors|rejected-handled"))
            .toList(),
        topics);
  }

  private static String refused(Path backup) {
    return String.valueOf(
        assertThrows(BrokenBackupException.class, () -> new BackupFile(backup).close())
            .getMessage());
  }

  private Path backup(String path, String topic) throws IOException {
    Path target = folder.resolve("all.backup");
    Files.deleteIfExists(target);
    Path file = Files.write(folder.resolve("content"), content());
    try (BackupWriter writer = new BackupWriter(target)) {
      FilePart part = writer.file(path, file);
      TopicPart records = writer.topic(topic, _ -> 0);
      writer.finish(
          new Manifest(
              Manifest.FORMAT,
              "2026-11-23T03:00:00Z",
              Topics.PARTITIONS,
              List.of(part),
              List.of(records),
              List.of()));
    }
    return target;
  }

  /// Bytes that do not shrink, so that the middle of the backup is the middle of them.
  private static byte[] content() {
    byte[] bytes = new byte[BYTES];
    new Random(5).nextBytes(bytes);
    return bytes;
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
