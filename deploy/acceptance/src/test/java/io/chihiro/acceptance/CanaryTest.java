package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryTest {
  private static final String SECRET = "The lemon tree";
  private static final Canary CANARY = new Canary(List.of(SECRET, "another"));

  @Test
  void aSecretIsFoundInWhateverFormItLies() {
    for (String before : List.of("", "a", "ab", "abc")) {
      String text = before + SECRET + " and more";
      assertFound(text.getBytes(StandardCharsets.UTF_8));
      assertFound(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      assertFound(text.getBytes(StandardCharsets.UTF_16LE));
      assertFound(text.getBytes(StandardCharsets.UTF_16BE));
      assertFound(Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
      assertFound(Base64.getUrlEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aSecretIsFoundInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x".repeat(100_000) + SECRET);

    assertEquals(Set.of(SECRET), CANARY.in(file));
    assertEquals(Set.of(), CANARY.in(folder.resolve("gone")));
    assertEquals(Set.of(), CANARY.in(Files.writeString(folder.resolve("empty"), "")));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertEquals(Set.of(), CANARY.in("The lemon tre".getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertFound(byte[] bytes) {
    assertEquals(Set.of(SECRET), CANARY.in(bytes));
  }
}
