package io.chihiro.local;

import io.chihiro.events.TopicCreation;
import io.chihiro.keys.KeyPlaces;
import io.chihiro.local.backup.BackupFile;
import io.chihiro.local.backup.BrokenBackupException;
import io.chihiro.local.backup.KeyFiles;
import io.chihiro.local.backup.Manifest;
import io.chihiro.local.backup.WholeBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `backup`: everything a system knows in one file, while it runs or not.
final class Backup implements Command {
  private static final String WITHOUT_KEY = "--without-key";
  private static final String CHECK = "--check";
  private static final String USAGE =
      "Say where to: ./chihiro backup FILE [--without-key], or ./chihiro backup --check FILE";
  private static final List<String> BUCKETS =
      List.of("CHIHIRO_OCR_S3_BUCKET", "CHIHIRO_MODELS_BUCKET_NAME");
  private static final List<String> PLACES =
      List.of("CHIHIRO_MODELS_FOLDER", "CHIHIRO_LYRICS_FOLDER", "CHIHIRO_SOURCES_KEY_FILE");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(arguments);
    boolean check = words.remove(CHECK);
    boolean withoutKey = words.remove(WITHOUT_KEY);
    if (words.size() != 1 || words.getFirst().startsWith("--") || (check && withoutKey)) {
      throw new TroubleException(USAGE);
    }
    Path file = Path.of(words.getFirst()).toAbsolutePath().normalize();
    if (check) {
      context.say(file + " is whole: " + summary(checked(file)));
      return 0;
    }
    write(context, file, !withoutKey);
    return 0;
  }

  /// What a backup holds, after all of it was looked at.
  ///
  /// @throws TroubleException that names the part that is damaged
  private static Manifest checked(Path file) throws IOException {
    try (BackupFile backup = new BackupFile(file)) {
      return backup.manifest();
    } catch (BrokenBackupException e) {
      throw new TroubleException(String.valueOf(e.getMessage()), e);
    }
  }

  /// What a backup holds, in words.
  static String summary(Manifest manifest) {
    return "%,d records and %,d files (%,d MiB), begun at %s."
        .formatted(
            manifest.records(),
            manifest.files().size(),
            manifest.fileBytes() / 1024 / 1024,
            manifest.createdAt());
  }

  private static void write(Context context, Path file, boolean masterKey)
      throws IOException, InterruptedException {
    Home home = context.home();
    if (!Files.exists(home.tokenFile())) {
      throw new TroubleException("There is no system in " + home.folder() + ".");
    }
    if (Files.exists(file)) {
      throw new TroubleException(file + " is there already; it is not written over.");
    }
    if (file.startsWith(home.folder())) {
      throw new TroubleException(
          "A backup inside of what it saves is none: choose another folder.");
    }
    KeyFiles keys = keys(context, masterKey);
    Manifest manifest =
        Supervisor.of(home).isPresent()
            ? running(context, broker -> backup(context, keys, broker, masterKey).write(file))
            : resting(context, broker -> backup(context, keys, broker, masterKey).write(file));
    manifest.leftOut().forEach(context::say);
    context.say(file + " holds " + summary(manifest));
  }

  // Whoever keeps the keys apart saves them apart; whoever does not know it must not find out by
  // losing the home.
  private static KeyFiles keys(Context context, boolean masterKey) throws IOException {
    KeyPlaces places = HomeKeys.places(context);
    KeyFiles keys = new KeyFiles(context.home().folder(), places);
    if (masterKey && !keys.lieInHome()) {
      throw new TroubleException(
          "The users' keys lie in %s (CHIHIRO_KEYS_FOLDER), outside of the home, and nobody can read a backup without them: save that folder as well, and say %s."
              .formatted(places.folder(), WITHOUT_KEY));
    }
    return keys;
  }

  private interface Copying {
    Manifest from(String broker) throws IOException, InterruptedException;
  }

  private static Manifest running(Context context, Copying copying)
      throws IOException, InterruptedException {
    demandOwnPorts(context);
    return copying.from("127.0.0.1:" + context.ports().broker());
  }

  private static Manifest resting(Context context, Copying copying)
      throws IOException, InterruptedException {
    try (BrokerAlone broker = BrokerAlone.on(context, context.home())) {
      return copying.from(broker.address());
    }
  }

  private static WholeBackup backup(
      Context context, KeyFiles keys, String broker, boolean masterKey) {
    // A home on which nothing has ever come up has no topics yet.
    TopicCreation.ensure(broker);
    return new WholeBackup(context.home().folder(), keys, broker, masterKey, elsewhere(context));
  }

  // On other ports another system may answer, with another's records.
  private static void demandOwnPorts(Context context) throws InterruptedException {
    boolean own;
    try (FrontDoor door = context.frontDoor()) {
      own = door.look("/api/v1/progress", PATIENCE).status() == OK;
    } catch (IOException _) {
      own = false;
    }
    if (!own) {
      throw new TroubleException(
          "Chihiro runs on %s, but does not answer on port %d; set CHIHIRO_PORT as it was started, or wait until all of it is up."
              .formatted(context.home().folder(), context.ports().first()));
    }
  }

  private static List<String> elsewhere(Context context) {
    Map<String, String> settings =
        Environment.of(context.environment(), context.home(), context.ports());
    Stream<String> buckets =
        BUCKETS.stream()
            .filter(settings::containsKey)
            .map(key -> "the bucket " + settings.get(key) + " (" + key + ")");
    Stream<String> places =
        PLACES.stream()
            .filter(settings::containsKey)
            .filter(key -> !isWithin(context.home(), String.valueOf(settings.get(key))))
            .map(key -> settings.get(key) + " (" + key + ")");
    return Stream.concat(buckets, places)
        .map(where -> "What lies in " + where + " is not in it.")
        .toList();
  }

  private static boolean isWithin(Home home, String place) {
    return Path.of(place).toAbsolutePath().normalize().startsWith(home.folder());
  }
}
