package io.chihiro.local;

import io.chihiro.events.TopicCreation;
import io.chihiro.local.backup.BackupFile;
import io.chihiro.local.backup.BrokenBackupException;
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
      List.of(
          "CHIHIRO_MODELS_FOLDER",
          "CHIHIRO_LYRICS_FOLDER",
          "CHIHIRO_SOURCES_KEY_FILE",
          "CHIHIRO_KEY_FILE");
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
    Manifest manifest =
        Supervisor.of(home).isPresent()
            ? running(context, file, masterKey)
            : resting(context, file, masterKey);
    manifest.leftOut().forEach(context::say);
    context.say(file + " holds " + summary(manifest));
  }

  private static Manifest running(Context context, Path file, boolean masterKey)
      throws IOException, InterruptedException {
    demandOwnPorts(context);
    return backup(context, "127.0.0.1:" + context.ports().broker(), masterKey).write(file);
  }

  private static Manifest resting(Context context, Path file, boolean masterKey)
      throws IOException, InterruptedException {
    try (BrokerAlone broker = BrokerAlone.on(context, context.home())) {
      return backup(context, broker.address(), masterKey).write(file);
    }
  }

  private static WholeBackup backup(Context context, String broker, boolean masterKey) {
    // A home on which nothing has ever come up has no topics yet.
    TopicCreation.ensure(broker);
    return new WholeBackup(context.home().folder(), broker, masterKey, elsewhere(context));
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
