package io.chihiro.ingest.source;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Reads the secrets of before there were users' keys: one key file hid all of them.
final class OlderSecrets {
  private final Path keyFile;

  OlderSecrets(Path keyFile) {
    this.keyFile = keyFile;
  }

  /// The secret; empty if there is no such key, or if it does not open it.
  Optional<String> find(String user, LiveSource source, byte[] kept) throws IOException {
    if (!Files.exists(keyFile)) {
      return Optional.empty();
    }
    try {
      AeadConfig.register();
      byte[] owner = (user + "/" + source.id()).getBytes(StandardCharsets.UTF_8);
      return Optional.of(new String(key().decrypt(kept, owner), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private Aead key() throws GeneralSecurityException, IOException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(keyFile), InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
