package io.chihiro.training;

import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a training leaves on disk until it has ended: which model is trained, its checkpoints, and
/// the version that is not judged yet.
///
/// @param folder made when it is needed
record TrainingFolder(Path folder) {
  private static final String UNFINISHED = "unfinished";

  /// A training that has not ended.
  ///
  /// @param begun how often it has been begun or taken up
  record Unfinished(String model, int begun) {}

  /// The training that has not ended, if there is one.
  Optional<Unfinished> unfinished() throws IOException {
    Path file = folder.resolve(UNFINISHED);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unfinished(lines.getFirst(), lines.size()));
  }

  /// Remembers what is trained, so that a later start goes on with it.
  void begin(String model) throws IOException {
    int before =
        unfinished().filter(each -> each.model().equals(model)).map(Unfinished::begun).orElse(0);
    write(model, before + 1);
  }

  /// Remembers that a training was stopped in good order, which does not count against it.
  void pause(String model) throws IOException {
    write(model, 1);
  }

  // One line each time.
  private void write(String model, int begun) throws IOException {
    OwnerFile.replace(
        folder.resolve(UNFINISHED), (model + "\n").repeat(begun).getBytes(StandardCharsets.UTF_8));
  }

  /// Where a model's training can be taken up again.
  Path checkpoints(String model) {
    return folder.resolve("checkpoints").resolve(model);
  }

  /// Where a version lies until it is judged.
  Path candidates() {
    return folder.resolve("candidates");
  }

  /// Forgets a training that has ended.
  void end(String model) throws IOException {
    Files.deleteIfExists(folder.resolve(UNFINISHED));
    delete(checkpoints(model));
    delete(candidates());
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    }
  }
}
