package io.chihiro.door.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedZipTest {
  private static final int MOST_FILES = 3;

  @TempDir Path folder;

  @Test
  void showsItsFilesByNameWithoutFolders() throws IOException {
    Path file = zip("b/second.txt", "a/", "a/first.txt");
    try (UploadedZip zip = UploadedZip.open(file, "my.zip", MOST_FILES)) {
      assertEquals(
          "[a/first.txt, b/second.txt]", zip.files().stream().map(ZipEntry::getName).toList() + "");
      try (InputStream content = zip.content(zip.files().getFirst())) {
        assertEquals("a/first.txt", new String(content.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void onePathThatClimbsOutSpoilsAll() throws IOException {
    for (String path : new String[] {"../x", "a/../../x", "/etc/x", "C:\\x", "a\\..\\..\\x"}) {
      assertEquals(
          "my.zip holds a path that climbs out of it (" + path + "); it was not read.",
          refusal(zip("fine.txt", path)));
    }
  }

  @Test
  void tooManyFilesAreCounted() throws IOException {
    assertEquals(
        "my.zip holds 4 files; more than 3 are not read.", refusal(zip("a", "b", "c", "d")));
  }

  @Test
  void halfAnArchiveIsNone() throws IOException {
    byte[] whole = Files.readAllBytes(zip("a", "b"));
    Path half = Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
    assertEquals("my.zip is not a whole zip file.", refusal(half));
  }

  @Test
  void damagedContentIsSaidToBeDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("a long enough name"));
    // The first byte of the content, behind a header of 30 bytes and the name: no kind of block.
    bytes[30 + "a long enough name".length()] = (byte) 0xff;
    Path file = Files.write(folder.resolve("damaged"), bytes);
    assertEquals("my.zip is damaged: it cannot be unpacked.", readingFails(file));
  }

  @Test
  void aBombIsNotReadToItsEnd() throws IOException {
    Path file = folder.resolve("bomb");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("history.json"));
      byte[] block = new byte[1 << 20];
      for (int written = 0; written < 40; written++) {
        zip.write(block);
      }
    }
    assertEquals(
        "my.zip holds history.json, which unpacks far beyond its size, as a zip bomb does;"
            + " it was not read.",
        readingFails(file));
  }

  private String readingFails(Path file) throws IOException {
    try (UploadedZip zip = UploadedZip.open(file, "my.zip", MOST_FILES);
        InputStream content = zip.content(zip.files().getFirst())) {
      OutputStream nowhere = OutputStream.nullOutputStream();
      return assertThrows(BrokenUploadException.class, () -> content.transferTo(nowhere))
          .sentence();
    }
  }

  private static String refusal(Path file) {
    return assertThrows(
            BrokenUploadException.class, () -> UploadedZip.open(file, "my.zip", MOST_FILES).close())
        .sentence();
  }

  /// Files that hold their names.
  private Path zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(name.getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    Path file = Files.createTempFile(folder, "some", ".zip");
    return Files.write(file, bytes.toByteArray());
  }
}
