package io.chihiro.local.backup;

import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.local.backup.Manifest.FilePart;
import io.chihiro.local.backup.Manifest.TopicPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes a system into one file while it goes on.
///
/// The order makes it consistent: whatever says that something is done is read before what was
/// done. So first the imports and the connections, which say how many plays are on the topics; then
/// the topics; then the files that records refer to; last the keys, one of which may have sealed
/// any of these a moment ago. What comes in meanwhile may be in it or not; nothing is in it that
/// refers to what is not.
public final class WholeBackup {
  private static final Duration STILLNESS = Duration.ofSeconds(2);
  private static final int TRIES = 5;

  private final HomeFiles files;
  private final KeyFiles keys;
  private final String broker;
  private final boolean masterKey;
  private final Map<String, FilePart> taken = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /// A backup that is not begun.
  ///
  /// @param home the folder of the system
  /// @param keys which of its files are keys
  /// @param broker `host:port` of its broker
  /// @param masterKey whether the key that wraps all others goes along
  /// @param leftOut what is not in it anyway, a sentence each
  public WholeBackup(
      Path home, KeyFiles keys, String broker, boolean masterKey, List<String> leftOut) {
    this.files = new HomeFiles(home, keys);
    this.keys = keys;
    this.broker = broker;
    this.masterKey = masterKey;
    this.leftOut.addAll(keys.leftOut(masterKey));
    this.leftOut.addAll(leftOut);
  }

  /// Writes it.
  ///
  /// @param target nothing is there before all of it is
  public Manifest write(Path target) throws IOException, InterruptedException {
    String begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    try (BackupWriter writer = new BackupWriter(target)) {
      ingest(writer);
      List<TopicPart> topics = topics(writer);
      for (String path : files.others()) {
        other(writer, path);
      }
      keys.undisturbed(() -> keys(writer));
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              begun,
              Topics.PARTITIONS,
              List.copyOf(taken.values()),
              topics,
              List.copyOf(leftOut));
      writer.finish(manifest);
      return manifest;
    }
  }

  private void ingest(BackupWriter writer) throws IOException {
    List<String> paths = files.ofIngest();
    for (String path : paths) {
      if (!path.endsWith(ImportFiles.STATE)) {
        copy(writer, path);
      }
    }
    for (String path : paths) {
      if (path.endsWith(ImportFiles.STATE)) {
        new ImportFiles(path).state(writer);
      }
    }
  }

  /// One import: what was uploaded, and how far it is.
  private final class ImportFiles {
    private static final String STATE = "/import.json";
    private static final String UPLOAD = "/upload";

    private final String state;
    private final String upload;

    ImportFiles(String state) {
      this.state = state;
      this.upload = state.substring(0, state.length() - STATE.length()) + UPLOAD;
    }

    // An upload goes only after the state says that it is not needed any more: if it is still
    // there, so was all that the copied state needs; if it has gone, the state tells the end.
    void state(BackupWriter writer) throws IOException {
      copy(writer, state);
      if (taken.containsKey(upload) && !Files.exists(files.file(upload))) {
        taken.remove(upload);
        copy(writer, state);
      }
    }
  }

  private List<TopicPart> topics(BackupWriter writer) throws IOException {
    List<TopicPart> parts = new ArrayList<>();
    try (TopicDump dump = new TopicDump(broker)) {
      dump.passOverHandled();
      for (Topic<?> topic : TopicDump.topics()) {
        parts.add(writer.topic(topic.name(), out -> dump.write(topic, out)));
      }
    }
    return parts;
  }

  private void other(BackupWriter writer, String path) throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<FilePart> copy = copy(writer, path);
      if (copy.isEmpty() || isStill(path, copy.get())) {
        return;
      }
      taken.remove(path);
      Thread.sleep(STILLNESS);
    }
    leftOut.add(path + " is still being written.");
  }

  private void keys(BackupWriter writer) throws IOException {
    for (String path : files.ofKeys()) {
      if (masterKey || !keys.isMaster(path)) {
        Optional<FilePart> _ = copy(writer, path);
      }
    }
  }

  private Optional<FilePart> copy(BackupWriter writer, String path) throws IOException {
    try {
      FilePart part = writer.file(path, files.file(path));
      taken.put(path, part);
      return Optional.of(part);
    } catch (NoSuchFileException _) {
      // Gone meanwhile, as far as the backup is concerned it never was.
      return Optional.empty();
    }
  }

  /// Whether a file is the one that was copied: somebody may be copying a photo into the journal.
  private boolean isStill(String path, FilePart copy) throws IOException {
    try {
      Path file = files.file(path);
      return Files.size(file) == copy.bytes()
          && Files.getLastModifiedTime(file).toMillis() == copy.modifiedMillis()
          && !isFresh(copy);
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  private static boolean isFresh(FilePart copy) {
    Instant modified = Instant.ofEpochMilli(copy.modifiedMillis());
    return modified.isAfter(Instant.now().minus(STILLNESS)) && copy.path().startsWith("journal/");
  }
}
