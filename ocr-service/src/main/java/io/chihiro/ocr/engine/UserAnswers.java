package io.chihiro.ocr.engine;

import io.chihiro.keys.BrokenSealException;
import io.chihiro.keys.Sealing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// The answers kept for one user, sealed with that user's key: a folder for each month, in it a
/// file for each answer. Only names are held in memory. Thread-safe.
final class UserAnswers {
  private static final Logger LOG = Logger.getLogger(UserAnswers.class);
  private static final String SUFFIX = ".json";
  private static final String UNFINISHED = ".";

  private final Path folder;
  private final String user;
  private final Sealing sealing;
  private final Map<String, Path> files = new HashMap<>();
  private final Map<YearMonth, Map<String, Spent>> spent = new HashMap<>();

  private UserAnswers(Path folder, String user, Sealing sealing) {
    this.folder = folder;
    this.user = user;
    this.sealing = sealing;
  }

  /// Looks through the names, and into the files of one month for what they took.
  static UserAnswers in(Path folder, String user, Sealing sealing, YearMonth month)
      throws IOException {
    var answers = new UserAnswers(folder, user, sealing);
    Files.createDirectories(folder);
    for (var each : list(folder)) {
      for (var file : list(each)) {
        answers.remember(file);
      }
    }
    for (var file : list(folder.resolve(month.toString()))) {
      answers.read(file).ifPresent(answer -> answers.count(month, answer));
    }
    return answers;
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(UNFINISHED)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void remember(Path file) {
    files.put(name(file).replaceFirst("\\.json$", ""), file);
  }

  synchronized Optional<KeptAnswer> find(String key) {
    return Optional.ofNullable(files.get(key)).flatMap(this::read);
  }

  private Optional<KeptAnswer> read(Path file) {
    try {
      return sealing
          .open(user, place(file), Files.readAllBytes(file))
          .map(plain -> KeptAnswer.of(new String(plain, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException | BrokenSealException e) {
      // as if it had never been answered: the page is asked for again
      LOG.warnf("cannot read the answer kept in %s: %s", file, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private String place(Path file) {
    return "answer " + user + "/" + name(file);
  }

  /// Whether there is a place where an answer can be written; asked before it is paid for.
  void requireRoom(YearMonth month) throws IOException {
    var place = Files.createDirectories(folder.resolve(month.toString()));
    Files.delete(Files.createTempFile(place, UNFINISHED, SUFFIX));
  }

  /// Keeps an answer, whole or not at all; it is on the disk when this returns.
  synchronized void keep(String key, YearMonth month, KeptAnswer answer) throws IOException {
    var place = Files.createDirectories(folder.resolve(month.toString()));
    var kept = place.resolve(key + SUFFIX);
    var sealed = sealing.seal(user, place(kept), answer.json().getBytes(StandardCharsets.UTF_8));
    var unfinished = Files.createTempFile(place, UNFINISHED, SUFFIX);
    try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(sealed);
      while (bytes.hasRemaining()) {
        int _ = file.write(bytes);
      }
      file.force(true);
    }
    Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    remember(kept);
    count(month, answer);
  }

  /// Deletes what was answered about a photo; what it took stays on the bill of this month.
  synchronized long forget(String photo) throws IOException {
    var keys = files.keySet().stream().filter(key -> key.startsWith(photo + ".")).toList();
    for (var key : keys) {
      Files.deleteIfExists(Optional.ofNullable(files.get(key)).orElseThrow());
      files.remove(key);
    }
    return keys.size();
  }

  /// Deletes everything, the folder too.
  synchronized long forgetAll() throws IOException {
    long answers = files.size();
    files.clear();
    spent.clear();
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
    return answers;
  }

  private void count(YearMonth month, KeptAnswer answer) {
    if (answer.sent()) {
      var engines = spent.computeIfAbsent(month, _ -> new TreeMap<>());
      engines.merge(
          answer.engine(),
          Spent.nothing(answer.engine()).plus(answer),
          (before, _) -> before.plus(answer));
    }
  }

  /// What was taken in a month that was current since this was opened.
  synchronized List<Spent> spent(YearMonth month) {
    return List.copyOf(spent.getOrDefault(month, Map.of()).values());
  }
}
