package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTokenTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeToken() throws IOException {
    file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
  }

  @Test
  void theTokenMatchesWithoutTheEndOfItsLine() {
    assertTrue(token().matches(TOKEN));
  }

  @Test
  void anythingElseDoesNotMatch() {
    assertFalse(token().matches(""));
    assertFalse(token().matches(TOKEN + "0"));
    assertFalse(token().matches(TOKEN.substring(1)));
    assertFalse(token().matches(TOKEN.replace('f', 'e')));
  }

  @Test
  void aFileThatIsNotThereIsSaidAtTheStart() throws IOException {
    Files.delete(file);

    var problem = assertThrows(UncheckedIOException.class, this::token);
    assertEquals("cannot read the file of the owner's token", problem.getMessage());
  }

  @Test
  void aTokenTooShortToBeSecretIsRefusedAndNotQuoted() throws IOException {
    Files.writeString(file, "hunter2");

    var problem = assertThrows(IllegalStateException.class, this::token);
    assertEquals("the owner's token is too short to be one", problem.getMessage());
    assertFalse(everythingPrinted(problem).contains("hunter2"));
  }

  private OwnerToken token() {
    return new OwnerToken(new DoorFiles(file, file));
  }

  private static String everythingPrinted(Throwable problem) {
    StringWriter printed = new StringWriter();
    problem.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }
}
