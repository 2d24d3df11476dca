package io.chihiro.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /// The model whose training has not ended, if there is one.
  Optional<String> unfinished() throws IOException {
    Path file = folder.resolve(UNFINISHED);
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  /// Remembers what is trained, so that a later start goes on with it.
  void begin(String model) throws IOException {
    Files.createDirectories(folder);
    Path temporary = folder.resolve(UNFINISHED + ".writing");
    Files.writeString(temporary, model);
    Files.move(
        temporary,
        folder.resolve(UNFINISHED),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
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
