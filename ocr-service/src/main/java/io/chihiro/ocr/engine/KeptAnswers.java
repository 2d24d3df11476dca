package io.chihiro.ocr.engine;

import io.chihiro.keys.Sealing;
import io.chihiro.keys.Sha256;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that was ever answered about a photo, so that no page is paid for twice: not after a
/// restart, not after importing it again, not when the topics were emptied. Files, because they are
/// all three of that. Thread-safe.
public final class KeptAnswers {
  private static final int KEY_CHARACTERS = 16;

  private final Path root;
  private final Sealing sealing;
  private final InstantSource clock;
  private final Map<String, UserAnswers> users = new HashMap<>();

  /// @param root a folder that is made when it is first needed
  public KeptAnswers(Path root, Sealing sealing, InstantSource clock) {
    this.root = root;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What an engine answered about a photo.
  Optional<KeptAnswer> find(String user, String photo, String engine, String version)
      throws IOException {
    return of(user).find(key(photo, engine, version));
  }

  /// Whether an answer could be kept just now.
  ///
  /// @throws IOException if not
  void requireRoom(String user) throws IOException {
    of(user).requireRoom(month());
  }

  /// Keeps an answer; it is on the disk when this returns.
  void keep(String user, KeptAnswer answer) throws IOException {
    var key = key(answer.photo(), answer.engine(), answer.version());
    of(user).keep(key, month(), answer);
  }

  /// Deletes what was answered about a photo.
  ///
  /// @return how many answers there were
  public long forget(String user, String photo) throws IOException {
    return of(user).forget(photo);
  }

  /// Deletes what was ever answered about any photo of a user.
  ///
  /// @return how many answers there were
  public synchronized long forgetAll(String user) throws IOException {
    long answers = of(user).forgetAll();
    users.remove(user);
    return answers;
  }

  /// What every engine took this month for pages that were sent away.
  public List<Spent> spentThisMonth(String user) throws IOException {
    return of(user).spent(month());
  }

  /// The month that counts now, in UTC.
  public YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private synchronized UserAnswers of(String user) throws IOException {
    var known = users.get(user);
    if (known != null) {
      return known;
    }
    var opened = UserAnswers.in(folder(user), user, sealing, month());
    users.put(user, opened);
    return opened;
  }

  /// A user's name may hold anything but a slash; a name of dots alone would lead elsewhere.
  private Path folder(String user) {
    return root.resolve(URLEncoder.encode(user, StandardCharsets.UTF_8).replace(".", "%2E"));
  }

  private static String key(String photo, String engine, String version) {
    return photo + "." + Sha256.of(engine + "\0" + version).substring(0, KEY_CHARACTERS);
  }
}
