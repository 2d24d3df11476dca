package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    assertEquals("Bearer " + TOKEN, token().header());
  }

  @Test
  void anythingElseDoesNotMatch() {
    assertFalse(token().matches(""));
    assertFalse(token().matches(TOKEN + "0"));
    assertFalse(token().matches(TOKEN.substring(1)));
    assertFalse(token().matches(TOKEN.replace('f', 'e')));
  }

  @Test
  void aSignatureDependsOnTheTextAndTheToken() throws IOException {
    OwnerToken one = token();
    Files.writeString(file, "f".repeat(32));
    OwnerToken other = token();

    assertEquals(one.sign("a"), one.sign("a"));
    assertNotEquals(one.sign("a"), one.sign("b"));
    assertNotEquals(one.sign("a"), other.sign("a"));
  }

  @Test
  void aSignatureIsTheHmacThatAnyoneWithTheTokenComputes() {
    assertEquals(
        "d664f166c99c97dd67e3cb260ef65424fdf0630a96984b94ea85d35642aefbe5", token().sign("page"));
  }

  @Test
  void aFileThatIsNotThereIsSaidAtTheStart() throws IOException {
    Files.delete(file);

    var problem = assertThrows(UncheckedIOException.class, this::token);
    assertEquals("cannot read the owner's token file", problem.getMessage());
  }

  @Test
  void aTokenTooShortToBeSecretIsRefusedAndNotQuoted() throws IOException {
    Files.writeString(file, "hunter2");

    var problem = assertThrows(IllegalStateException.class, this::token);
    assertEquals("the owner's token is too short to be one", problem.getMessage());
    assertFalse(everythingPrinted(problem).contains("hunter2"));
  }

  private OwnerToken token() {
    return new OwnerToken(() -> file);
  }

  private static String everythingPrinted(Throwable problem) {
    StringWriter printed = new StringWriter();
    problem.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }
}
