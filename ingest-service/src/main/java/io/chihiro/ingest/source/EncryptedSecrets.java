package io.chihiro.ingest.source;

import io.chihiro.keys.BrokenSealException;
import io.chihiro.keys.OwnerFile;
import io.chihiro.keys.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/// `<folder>/<user>/<source>.secret`, sealed with the user's key and bound to user and source.
/// Thread-safe.
///
/// Without its key a secret is gone; the owner then logs in again. Secrets of before there were
/// users' keys are read once more and sealed.
public final class EncryptedSecrets implements Secrets {
  private static final Logger LOG = Logger.getLogger(EncryptedSecrets.class);

  private final Path folder;
  private final Sealing sealing;
  private final OlderSecrets older;

  /// Opens them.
  ///
  /// @param olderKey the file of the one key that hid all secrets before
  public EncryptedSecrets(Path folder, Sealing sealing, Path olderKey) {
    this.folder = folder;
    this.sealing = sealing;
    this.older = new OlderSecrets(olderKey);
  }

  @Override
  public void keep(String user, LiveSource source, String secret) {
    try {
      byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
      OwnerFile.replace(file(user, source), sealing.seal(user, place(user, source), plain));
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
      return find(user, source, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the secret of " + source.title(), e);
    }
  }

  private Optional<String> find(String user, LiveSource source, byte[] kept) throws IOException {
    if (!Sealing.isSealed(kept)) {
      Optional<String> secret = older.find(user, source, kept);
      secret.ifPresentOrElse(known -> keep(user, source, known), () -> lost(source));
      return secret;
    }
    Optional<String> secret = opened(user, source, kept);
    if (secret.isEmpty()) {
      lost(source);
    }
    return secret;
  }

  private Optional<String> opened(String user, LiveSource source, byte[] kept) {
    try {
      return sealing
          .open(user, place(user, source), kept)
          .map(plain -> new String(plain, StandardCharsets.UTF_8));
    } catch (BrokenSealException _) {
      return Optional.empty();
    }
  }

  private static void lost(LiveSource source) {
    LOG.warnf("the secret of %s cannot be read with this key: log in again", source.title());
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

  private static String place(String user, LiveSource source) {
    return "secret " + user + "/" + source.id();
  }
}
