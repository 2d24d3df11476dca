package io.chihiro.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `<folder>/<user>.json`: each user's keys, wrapped; `<user>.gone`: the numbers of those that were
/// destroyed. Several processes share it; whoever changes anything in it holds its lock.
final class KeyFolder {
  private static final String ENDING = ".json";
  private static final String DESTROYED = ".gone";
  private static final int LONGEST_NAME = 150;

  private final Path folder;
  private final FolderLock lock;
  private final KeyEncryption encryption;

  KeyFolder(Path folder, KeyEncryption encryption) {
    this.folder = folder;
    this.lock = new FolderLock(folder);
    this.encryption = encryption;
  }

  <T> T alone(FolderLock.Change<T> change) throws IOException, GeneralSecurityException {
    return lock.alone(change);
  }

  Path path() {
    return folder;
  }

  Path file(String user) {
    return folder.resolve(name(user) + ENDING);
  }

  // A user's name may hold anything but a slash, and a file's name only so much.
  private static String name(String user) {
    String name = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("*", "%2A");
    return name.length() <= LONGEST_NAME ? name : "sha256-" + Sha256.of(user);
  }

  /// The files of all users.
  List<Path> files() throws IOException {
    return files(folder);
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(KeyFolder::isUsers).sorted().toList();
    }
  }

  private static boolean isUsers(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) && !name.startsWith(".fresh-");
  }

  /// Reads a file; empty if there is none.
  Optional<UserKey> read(Path file) throws IOException, GeneralSecurityException {
    Optional<FileStamp> stamp = FileStamp.of(file);
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UserKey.of(unwrapped(file), stamp.get()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  // While the wrapping key is being changed, the one may be read before and the other after; and a
  // file that was opened just before it was destroyed is noise.
  private KeysetHandle unwrapped(Path file) throws IOException, GeneralSecurityException {
    try {
      return unwrapOnce(file);
    } catch (GeneralSecurityException | CharacterCodingException _) {
      return unwrapOnce(file);
    }
  }

  private KeysetHandle unwrapOnce(Path file) throws IOException, GeneralSecurityException {
    String wrapped = Files.readString(file);
    return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, encryption.aead(), boundTo(file));
  }

  /// Writes keys unless the file is there already.
  void create(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
    boolean _ = OwnerFile.create(file, wrapped(file, keys));
  }

  Path replace(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
    OwnerFile.replace(file, wrapped(file, keys));
    return file;
  }

  /// Destroys the keys in a file; that they were is noted first, so that nobody takes them for lost
  /// ones.
  void destroy(Path file) throws IOException {
    if (Files.exists(file)) {
      destroyedAnd(file).write(marker(file));
    }
    OwnerFile.destroy(file);
  }

  private DestroyedKeys destroyedAnd(Path file) throws IOException {
    DestroyedKeys before = destroyed(file);
    try {
      return read(file).map(key -> before.and(key.numbers())).orElse(before);
    } catch (GeneralSecurityException _) {
      // Nobody can open these, but they are to be destroyed all the same.
      return before.andAllOthers();
    }
  }

  /// Which keys of a file's user were destroyed.
  DestroyedKeys destroyed(Path file) throws IOException {
    return DestroyedKeys.read(marker(file));
  }

  /// Where it is noted which keys of a file's user were destroyed.
  Path marker(Path file) {
    String name = String.valueOf(file.getFileName());
    return folder.resolve(name.substring(0, name.length() - ENDING.length()) + DESTROYED);
  }

  private byte[] wrapped(Path file, KeysetHandle keys)
      throws IOException, GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            keys, encryption.aead(), boundTo(file))
        .getBytes(StandardCharsets.UTF_8);
  }

  // Nobody's keys open under another's name.
  private static byte[] boundTo(Path file) {
    return ("chihiro user key " + file.getFileName()).getBytes(StandardCharsets.UTF_8);
  }

  boolean rotateEncryption() throws IOException, GeneralSecurityException {
    return encryption.rotate(this::rewrapAll);
  }

  private void rewrapAll() throws IOException, GeneralSecurityException {
    for (Path file : files()) {
      Optional<UserKey> key = read(file);
      if (key.isPresent()) {
        Path _ = replace(file, key.get().keys());
      }
    }
  }
}
