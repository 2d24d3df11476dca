package io.chihiro.models.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies on disk is an index, or it is refused.
class IndexFolderTest {
  @TempDir Path home;

  private Path folder;

  @BeforeEach
  void anIndex() throws IOException {
    folder = home.resolve("songs-1");
    write(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "vectors", "ids", "id-ends", "graph"})
  void aFileThatIsCutOffIsNamed(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), List.of());
    assertTrue(refusal().contains("songs-1/" + name + " has 0 bytes instead of"), refusal());

    Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length - 1));
    assertTrue(refusal().endsWith(": it was not written whole"), refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "vectors", "ids", "id-ends", "graph"})
  void aFileWithAnotherBitIsNamed(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    bytes[bytes.length / 2] ^= 4;
    Files.write(folder.resolve(name), bytes);

    assertTrue(
        refusal().endsWith("songs-1/" + name + " is not what was written: its checksum differs"),
        refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "vectors", "ids", "id-ends", "graph"})
  void aFileThatIsMissingIsNamed(String name) throws IOException {
    Files.delete(folder.resolve(name));

    assertTrue(refusal().endsWith("songs-1/" + name + " is missing"), refusal());
  }

  @Test
  void aFolderWithoutACardIsNoIndex() throws IOException {
    Files.delete(folder.resolve(IndexCard.FILE));

    assertTrue(
        refusal().endsWith("songs-1/index.json is missing: no index was written whole there"),
        refusal());
  }

  @Test
  void anotherFormatIsToldFromABrokenCard() throws IOException {
    card("\"format\" : 1", "\"format\" : 2, \"colour\" : \"blue\"");
    assertTrue(
        refusal().endsWith("index.json is of format 2, this program reads format 1"), refusal());

    Files.writeString(folder.resolve(IndexCard.FILE), "{\"format\"");
    assertTrue(refusal().endsWith("index.json is no card of an index that can be read"), refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"count\" : 7", "\"count\" : -1", "\"count\" : 2147483647"})
  void aCardThatSpeaksOfOtherVectorsIsRefused(String count) throws IOException {
    card("\"count\" : 3", count);

    assertTrue(refusal().endsWith("which its codes does not hold"), refusal());
  }

  @Test
  void aCardOfAnUnknownKindIsRefused() throws IOException {
    card("GRAPH", "TREE");

    assertTrue(refusal().endsWith("index.json is no card of an index that can be read"), refusal());
  }

  @Test
  void anIndexIsNeverWrittenOver() {
    FileAlreadyExistsException refused =
        assertThrows(FileAlreadyExistsException.class, () -> write(folder));

    assertEquals(
        folder + " is there already: every version of an index has a folder of its own",
        refused.getMessage());
  }

  @Test
  void aSourceThatFailsLeavesNothingBehind() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            Indexes.EXACT.write(
                home.resolve("songs-2"),
                2,
                sink -> {
                  sink.add("a", new float[] {1, 0});
                  throw new IOException("the topic is gone");
                }));

    try (Stream<Path> left = Files.list(home)) {
      assertEquals(List.of(folder), left.toList());
    }
  }

  @Test
  void vectorsOfNoNumbersAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Indexes.EXACT.write(home.resolve("songs-2"), 0, _ -> {}));
  }

  private void card(String before, String after) throws IOException {
    Path card = folder.resolve(IndexCard.FILE);
    Files.writeString(card, Files.readString(card).replace(before, after));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(BrokenModelException.class, () -> Indexes.open(folder)).getMessage());
  }

  private static void write(Path folder) throws IOException {
    Indexes.GRAPH.write(
        folder,
        2,
        sink -> {
          sink.add("a", new float[] {1, 0});
          sink.add("b", new float[] {1, 1});
          sink.add("c", new float[] {0, 1});
        });
  }
}
