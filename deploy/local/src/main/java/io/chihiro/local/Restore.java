package io.chihiro.local;

import io.chihiro.events.TopicCreation;
import io.chihiro.local.backup.BackupFile;
import io.chihiro.local.backup.BrokenBackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `restore`: a backup becomes the home of a system. Nothing is started; the next `up` has it all.
///
/// It is made beside the home and moved into its place when it is whole.
final class Restore implements Command {
  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 1) {
      throw new TroubleException("Say which: ./chihiro restore FILE");
    }
    Path file = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
    demandEmpty(context.home());
    if (!Files.isRegularFile(file)) {
      throw new TroubleException("There is no file " + file + ".");
    }
    try (BackupFile backup = new BackupFile(file)) {
      restore(context, backup);
      backup.manifest().leftOut().forEach(context::say);
      context.say(
          "%s holds %s Start it with ./chihiro up"
              .formatted(context.home().folder(), Backup.summary(backup.manifest())));
    } catch (BrokenBackupException e) {
      throw new TroubleException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private static void demandEmpty(Home home) throws IOException {
    if (Supervisor.of(home).isPresent()) {
      throw new TroubleException(
          "Chihiro runs on %s; a backup is restored into an empty home: choose one with CHIHIRO_HOME."
              .formatted(home.folder()));
    }
    if (!Files.exists(home.folder())) {
      return;
    }
    try (Stream<Path> there = Files.list(home.folder())) {
      if (there.findAny().isPresent()) {
        throw new TroubleException(
            "%s is not empty; a backup is restored into an empty home: choose one with CHIHIRO_HOME."
                .formatted(home.folder()));
      }
    }
  }

  private static void restore(Context context, BackupFile backup)
      throws IOException, InterruptedException {
    Path target = context.home().folder();
    Path beside = target.resolveSibling(target.getFileName() + ".restoring");
    delete(beside);
    try {
      Home fresh = new Home(beside);
      fresh.createFolder();
      backup.writeFiles(beside);
      try (BrokerAlone broker = BrokerAlone.on(context, fresh)) {
        TopicCreation.ensure(broker.address());
        backup.writeTopics(broker.address());
      }
      delete(fresh.run());
      Files.deleteIfExists(target);
      Files.move(beside, target);
    } finally {
      delete(beside);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
