package io.chihiro.ingest.source;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// AES-256-GCM by Tink: `<folder>/<user>/<source>.secret`, bound to user and source, under a key in
/// a file of its own (0600) that may lie on another disk. Thread-safe.
///
/// Without its key a secret is gone; the owner then logs in again.
public final class EncryptedSecrets implements Secrets {
  private static final Logger LOG = Logger.getLogger(EncryptedSecrets.class);

  private final Path folder;
  private final Aead aead;

  /// Opens the key, or makes it.
  ///
  /// @throws IllegalStateException if the key's file is there and is none
  public EncryptedSecrets(Path folder, Path keyFile) {
    this.folder = folder;
    try {
      AeadConfig.register();
      this.aead = key(keyFile).getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the file " + keyFile + " holds no key that can be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key at " + keyFile, e);
    }
  }

  private static KeysetHandle key(Path file) throws GeneralSecurityException, IOException {
    if (Files.exists(file)) {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    }
    KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    String written =
        TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
    WholeFile.write(file, written.getBytes(StandardCharsets.UTF_8));
    return fresh;
  }

  @Override
  public void keep(String user, LiveSource source, String secret) {
    try {
      byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
      WholeFile.write(file(user, source), aead.encrypt(plain, owner(user, source)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of " + source.title() + " cannot be hidden", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the secret of " + source.title(), e);
    }
  }

  @Override
  public Optional<String> find(String user, LiveSource source) {
    Path file = file(user, source);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] plain = aead.decrypt(Files.readAllBytes(file), owner(user, source));
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException _) {
      LOG.warnf("the secret of %s cannot be read with this key: log in again", source.title());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the secret of " + source.title(), e);
    }
  }

  @Override
  public void forget(String user, LiveSource source) {
    try {
      Files.deleteIfExists(file(user, source));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the secret of " + source.title(), e);
    }
  }

  private Path file(String user, LiveSource source) {
    return folder.resolve(user).resolve(source.id() + ".secret");
  }

  private static byte[] owner(String user, LiveSource source) {
    return (user + "/" + source.id()).getBytes(StandardCharsets.UTF_8);
  }
}
