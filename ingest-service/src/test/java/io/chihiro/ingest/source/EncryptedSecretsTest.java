package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSecretsTest extends SecretsContract {
  @TempDir private Path folder;

  @Override
  Secrets secrets() {
    return new EncryptedSecrets(folder.resolve("sources"), key());
  }

  @Test
  void aRestartWithTheSameKeyReadsThem() {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");

    assertEquals(Optional.of("token-123"), secrets().find("ana", LiveSource.SPOTIFY));
  }

  @Test
  void noFileShowsASecretAndOnlyTheOwnerMayReadThem() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");

    byte[] kept = Files.readAllBytes(file());
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("token-123"));
    assertEquals("rw-------", permissions(file()));
    assertEquals("rw-------", permissions(key()));
  }

  @Test
  void withAnotherKeyTheyAreGoneAndNothingBreaks() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    Files.delete(key());

    assertEquals(Optional.empty(), secrets().find("ana", LiveSource.SPOTIFY));
  }

  @Test
  void aSecretThatWasMovedToSomebodyElseCannotBeRead() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    Files.createDirectories(folder.resolve("sources").resolve("ben"));
    Files.copy(file(), folder.resolve("sources").resolve("ben").resolve("spotify.secret"));

    assertEquals(Optional.empty(), secrets().find("ben", LiveSource.SPOTIFY));
  }

  @Test
  void aKeyFileThatHoldsNoKeyIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("key"));
    Files.writeString(key(), "{}");

    var problem = assertThrows(IllegalStateException.class, this::secrets);

    assertEquals("the file " + key() + " holds no key that can be used", problem.getMessage());
  }

  private Path key() {
    return folder.resolve("key").resolve("sources.json");
  }

  private Path file() {
    return folder.resolve("sources").resolve("ana").resolve("spotify.secret");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
