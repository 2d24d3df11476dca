package io.chihiro.keys;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A key for each user: AES-256-GCM by Tink, in a file of its own that is wrapped by the key of the
/// whole system. Thread-safe, and several processes may share one folder.
///
/// The first to seal something for a user makes that user's key. A key that another process
/// rotated or destroyed is noticed within half a second.
public final class KeyRing implements Sealing {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(500).toNanos();

  private final KeyFolder folder;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final Map<String, DestroyedKeys> destroyed = new ConcurrentHashMap<>();

  /// A key, and when its file was last looked at.
  private record Held(UserKey key, long lookedAtNanos) {
    boolean isFresh() {
      return System.nanoTime() - lookedAtNanos < LOOK_AGAIN_NANOS;
    }
  }

  /// What a rotation has done.
  ///
  /// @param users who have a new key now
  /// @param newMaster whether the key that wraps theirs is new as well
  public record Rotation(int users, boolean newMaster) {}

  KeyRing(KeyFolder folder) {
    this.folder = folder;
  }

  @Override
  public byte[] seal(String user, String place, byte[] plain) {
    return find(user).orElseGet(() -> create(user)).seal(place, plain);
  }

  @Override
  public Optional<byte[]> open(String user, String place, byte[] bytes) {
    if (!SealFormat.isSealed(bytes)) {
      return Optional.of(bytes);
    }
    return keyOf(user, SealFormat.keyNumber(bytes)).map(each -> each.open(place, bytes));
  }

  private Optional<UserKey> keyOf(String user, int number) {
    Optional<UserKey> known = find(user).filter(each -> each.holds(number));
    if (known.isPresent()) {
      return known;
    }
    Optional<UserKey> now = look(user);
    if (now.filter(each -> each.holds(number)).isPresent()) {
      return now;
    }
    expectDestroyed(user, number, now);
    return Optional.empty();
  }

  // A key that is only not to be seen may come back: it is waited for. A number that was never any
  // key's is damage.
  private void expectDestroyed(String user, int number, Optional<UserKey> now) {
    if (wasDestroyed(user, number)) {
      return;
    }
    if (now.isEmpty()) {
      throw new UnusableKeysException(
          "There is no key file %s, and %s does not say that its keys were destroyed."
              .formatted(folder.file(user), folder.marker(folder.file(user)).getFileName()));
    }
    throw new BrokenSealException("it is sealed with a key that is none of its user's");
  }

  private boolean wasDestroyed(String user, int number) {
    DestroyedKeys known = destroyed.get(user);
    if (known != null && known.hold(number)) {
      return true;
    }
    Path file = folder.file(user);
    DestroyedKeys now = told(folder.marker(file), () -> folder.destroyed(file));
    if (!now.hold(number)) {
      return false;
    }
    if (destroyed.put(user, now) == null) {
      LOG.warn("a key of the user {} is destroyed; what it sealed counts as deleted", user);
    }
    return true;
  }

  /// Whether a user has a key.
  public boolean holds(String user) {
    return look(user).isPresent();
  }

  /// Destroys a user's keys: whatever they sealed, wherever it lies, never opens again and counts
  /// as deleted. Whoever seals for the user afterwards makes a new key.
  public void destroy(String user) {
    Path file = folder.file(user);
    told(
        file,
        () ->
            folder.alone(
                () -> {
                  folder.destroy(file);
                  return file;
                }));
    held.remove(user);
  }

  /// Gives a user a new key; the ones before still open what they sealed.
  public void rotate(String user) {
    Path file = folder.file(user);
    told(file, () -> folder.alone(() -> rotated(file)));
    held.remove(user);
  }

  /// Gives every user a new key, then wraps all of them with a new key of the system.
  ///
  /// @throws UnusableKeysException that names the file, if one user's keys do not open: then nobody
  ///     has a new key
  public Rotation rotateAll() {
    Rotation done = told(folder.path(), () -> folder.alone(this::everyKey));
    held.clear();
    return done;
  }

  private Rotation everyKey() throws IOException, GeneralSecurityException {
    Map<Path, KeysetHandle> fresh = new LinkedHashMap<>();
    for (Path file : folder.files()) {
      told(file, () -> withNewKey(file)).ifPresent(keys -> fresh.put(file, keys));
    }
    fresh.forEach((file, keys) -> told(file, () -> folder.replace(file, keys)));
    return new Rotation(fresh.size(), folder.rotateEncryption());
  }

  private Path rotated(Path file) throws IOException, GeneralSecurityException {
    Optional<KeysetHandle> fresh = withNewKey(file);
    return fresh.isEmpty() ? file : folder.replace(file, fresh.get());
  }

  private Optional<KeysetHandle> withNewKey(Path file)
      throws IOException, GeneralSecurityException {
    Optional<UserKey> key = folder.read(file);
    return key.isEmpty() ? Optional.empty() : Optional.of(Keysets.rotated(key.get().keys()));
  }

  private Optional<UserKey> find(String user) {
    Held known = held.get(user);
    return known != null && known.isFresh() ? Optional.of(known.key()) : look(user);
  }

  private Optional<UserKey> look(String user) {
    Path file = folder.file(user);
    Optional<UserKey> now = told(file, () -> current(file, Optional.ofNullable(held.get(user))));
    now.ifPresentOrElse(
        key -> held.put(user, new Held(key, System.nanoTime())), () -> held.remove(user));
    return now;
  }

  private Optional<UserKey> current(Path file, Optional<Held> known)
      throws IOException, GeneralSecurityException {
    Optional<FileStamp> stamp = FileStamp.of(file);
    Optional<UserKey> unchanged =
        known.map(Held::key).filter(key -> stamp.equals(Optional.of(key.stamp())));
    return unchanged.isPresent() ? unchanged : folder.read(file);
  }

  private UserKey create(String user) {
    Path file = folder.file(user);
    told(
        file,
        () ->
            folder.alone(
                () -> {
                  folder.create(file, Keysets.fresh());
                  return file;
                }));
    return look(user)
        .orElseThrow(() -> new UnusableKeysException("The key in " + file + " went at once."));
  }

  private static <T> T told(Path file, FolderLock.Change<T> step) {
    try {
      return step.make();
    } catch (IOException e) {
      throw new UnusableKeysException("The key in " + file + " cannot be read or written.", e);
    } catch (GeneralSecurityException e) {
      throw new UnusableKeysException(
          "The key in " + file + " does not open with the key of this system.", e);
    }
  }
}
