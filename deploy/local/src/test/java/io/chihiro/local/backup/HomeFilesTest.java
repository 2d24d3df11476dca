package io.chihiro.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFilesTest {
  @TempDir private Path home;

  @Test
  void whatIsOpenOnlyWhileItIsReadOrTakenInStaysOut() throws IOException {
    for (String passing : List.of("ocr/lent/1", "ocr/opened/opened-1", "ocr/uploads/diary.txt")) {
      write(passing);
    }
    write("ocr/answers/owner/7.json");
    write("journal/uploads/diary.txt");

    assertEquals(
        List.of("journal/uploads/diary.txt", "ocr/answers/owner/7.json"),
        new HomeFiles(home).others());
  }

  private void write(String path) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "Rain all day.");
  }
}
