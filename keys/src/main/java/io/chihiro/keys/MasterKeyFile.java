package io.chihiro.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wrapping key in a file of Tink's, which nobody but its owner may read.
final class MasterKeyFile implements KeyEncryption {
  private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path file;
  private final boolean ours;

  private MasterKeyFile(Path file, boolean ours) {
    this.file = file;
    this.ours = ours;
  }

  /// The key in a file that somebody has chosen; it has to be there.
  ///
  /// @throws UnusableKeysException if it is not, or if others may read it
  static MasterKeyFile chosen(Path file) {
    return checked(new MasterKeyFile(file, false));
  }

  private static MasterKeyFile checked(MasterKeyFile key) {
    key.check();
    return key;
  }

  /// The key of a home: made when it is first needed, and closed again if others may read it. A
  /// volume that was put back comes so out of a cluster that gives its files to a group.
  ///
  /// @param folder where the users' keys lie: if there are any, the key that wraps them is lost,
  ///     and another would only hide that
  /// @throws UnusableKeysException if it is not there although it wraps keys of users
  static MasterKeyFile ofHome(Path folder, Path file) {
    try {
      if (!Files.exists(file)) {
        Path _ = new FolderLock(folder).alone(() -> made(folder, file));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableKeysException("The key file " + file + " cannot be made.", e);
    }
    return checked(new MasterKeyFile(file, true));
  }

  // Another service may be doing the same: whoever comes first has made the key of all.
  private static Path made(Path folder, Path file) throws IOException, GeneralSecurityException {
    if (KeyFolder.files(folder).isEmpty()) {
      boolean _ = OwnerFile.create(file, written(Keysets.fresh()));
    }
    return file;
  }

  private void check() {
    try {
      var _ = aead();
    } catch (NoSuchFileException e) {
      throw new UnusableKeysException("There is no key file " + file + ".", e);
    } catch (IOException e) {
      throw new UnusableKeysException("The key file " + file + " cannot be read.", e);
    } catch (GeneralSecurityException e) {
      throw new UnusableKeysException("The file " + file + " holds no key that can be used.", e);
    }
  }

  @Override
  public Aead aead() throws IOException, GeneralSecurityException {
    return Keysets.aead(keys());
  }

  private KeysetHandle keys() throws IOException, GeneralSecurityException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!OWNERS.containsAll(permissions) && !(ours && closed(permissions))) {
      throw new UnusableKeysException(
          "Others than its owner may use the key file %s (%s): chmod 600 %s"
              .formatted(file, PosixFilePermissions.toString(permissions), file));
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), InsecureSecretKeyAccess.get());
  }

  private boolean closed(Set<PosixFilePermission> before) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException _) {
      // It belongs to somebody else, who has to do it.
      return false;
    }
    LOG.warn(
        "others than its owner could use the key file {} ({}); it is closed to them again",
        file,
        PosixFilePermissions.toString(before));
    return true;
  }

  private static byte[] written(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  // Killed in between, both keys are there and everything opens; the next rotation forgets both.
  @Override
  public boolean rotate(Rewrap rewrap) throws IOException, GeneralSecurityException {
    KeysetHandle both = Keysets.rotated(keys());
    OwnerFile.replace(file, written(both));
    rewrap.all();
    OwnerFile.replace(file, written(Keysets.newest(both)));
    return true;
  }
}
