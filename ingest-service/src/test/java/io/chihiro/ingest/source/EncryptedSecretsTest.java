package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSecretsTest extends SecretsContract {
  @TempDir private Path folder;

  private KeyRing keys;

  @BeforeEach
  void open() {
    keys = KeyPlaces.in(folder).open();
  }

  @Override
  Secrets secrets() {
    return new EncryptedSecrets(folder.resolve("sources"), keys, olderKey());
  }

  @Test
  void aRestartWithTheSameKeyReadsThem() {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    open();

    assertEquals(Optional.of("token-123"), secrets().find("ana", LiveSource.SPOTIFY));
  }

  @Test
  void noFileShowsASecretAndOnlyTheOwnerMayReadThem() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");

    byte[] kept = Files.readAllBytes(file());
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("token-123"));
    assertEquals("rw-------", permissions(file()));
  }

  @Test
  void withoutTheUsersKeyTheyAreGoneAndNothingBreaks() {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    keys.destroy("ana");

    assertEquals(Optional.empty(), secrets().find("ana", LiveSource.SPOTIFY));
  }

  @Test
  void aSecretThatWasMovedToSomebodyElseCannotBeRead() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    secrets().keep("ben", LiveSource.LASTFM, "another");
    Files.copy(file(), folder.resolve("sources").resolve("ben").resolve("spotify.secret"));

    assertEquals(Optional.empty(), secrets().find("ben", LiveSource.SPOTIFY));
  }

  @Test
  void aSecretThatWasMovedToAnotherSourceCannotBeRead() throws IOException {
    secrets().keep("ana", LiveSource.SPOTIFY, "token-123");
    Files.copy(file(), file().resolveSibling("lastfm.secret"));

    assertEquals(Optional.empty(), secrets().find("ana", LiveSource.LASTFM));
  }

  @Test
  void aSecretOfBeforeThereWereUsersKeysIsReadAndSealed() throws Exception {
    AeadConfig.register();
    KeysetHandle older = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Files.writeString(
        olderKey(),
        TinkJsonProtoKeysetFormat.serializeKeyset(older, InsecureSecretKeyAccess.get()));
    Files.createDirectories(file().getParent());
    Files.write(
        file(),
        older
            .getPrimitive(RegistryConfiguration.get(), Aead.class)
            .encrypt(bytes("token-123"), bytes("ana/spotify")));

    assertEquals(Optional.of("token-123"), secrets().find("ana", LiveSource.SPOTIFY));
    Files.delete(olderKey());
    assertEquals(Optional.of("token-123"), secrets().find("ana", LiveSource.SPOTIFY));
  }

  @Test
  void whatTheOlderKeyDoesNotOpenIsGone() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "nothing that is known");

    assertEquals(Optional.empty(), secrets().find("ana", LiveSource.SPOTIFY));
    Files.writeString(olderKey(), "{}");
    assertEquals(Optional.empty(), secrets().find("ana", LiveSource.SPOTIFY));
  }

  private Path olderKey() {
    return folder.resolve("sources.json");
  }

  private Path file() {
    return folder.resolve("sources").resolve("ana").resolve("spotify.secret");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
