package io.chihiro.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Where the keys of a system lie.
///
/// @param folder the users' keys, wrapped
/// @param masterFile the key that wraps them, if somebody has chosen a file; otherwise it is made
///     in the folder
/// @param masterUri the key that wraps them, if it is kept by a key management service
public record KeyPlaces(Path folder, Optional<Path> masterFile, Optional<String> masterUri) {
  private static final String FOLDER = "keys";
  private static final String MASTER = "master";

  /// Where they lie in a home if nothing else is chosen.
  public static KeyPlaces in(Path home) {
    return in(home, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Where they lie in a home unless something else is chosen.
  public static KeyPlaces in(
      Path home, Optional<Path> folder, Optional<Path> masterFile, Optional<String> masterUri) {
    return new KeyPlaces(folder.orElseGet(() -> home.resolve(FOLDER)), masterFile, masterUri);
  }

  /// The file of the key that wraps the others; empty if a key management service keeps it.
  public Optional<Path> master() {
    return masterUri.isPresent()
        ? Optional.empty()
        : Optional.of(masterFile.orElseGet(() -> folder.resolve(MASTER)));
  }

  /// What reads the keys' files as they lie.
  @FunctionalInterface
  public interface Reading {
    /// Reads them.
    void read() throws IOException;
  }

  /// Lets the files be read while no process makes, rotates or destroys a key: in the middle of a
  /// rotation some are wrapped by one key and some by the next.
  public void undisturbed(Reading reading) throws IOException {
    if (!Files.isDirectory(folder)) {
      reading.read();
      return;
    }
    try {
      Path _ =
          new FolderLock(folder)
              .alone(
                  () -> {
                    reading.read();
                    return folder;
                  });
    } catch (GeneralSecurityException e) {
      throw new IOException("the folder of keys " + folder + " cannot be read", e);
    }
  }

  /// Opens them; the folder, and the key in it, are made if they are not there.
  ///
  /// @throws UnusableKeysException with a sentence, if they cannot be used
  public KeyRing open() {
    if (masterFile.isPresent() && masterUri.isPresent()) {
      throw new UnusableKeysException(
          "CHIHIRO_KEY_FILE and CHIHIRO_KEY_URI are both set: one key can wrap the others.");
    }
    try {
      Path made = OwnerFile.folder(folder);
      return new KeyRing(new KeyFolder(made, encryption()));
    } catch (IOException e) {
      throw new UnusableKeysException("The folder of keys " + folder + " cannot be made.", e);
    }
  }

  private KeyEncryption encryption() {
    if (masterUri.isPresent()) {
      return new KmsKey(masterUri.get());
    }
    return masterFile
        .map(MasterKeyFile::chosen)
        .orElseGet(() -> MasterKeyFile.ofHome(folder, folder.resolve(MASTER)));
  }
}
