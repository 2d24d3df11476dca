package io.chihiro.models.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.models.onnx.Safetensors;
import io.chihiro.models.onnx.Safetensors.Tensor;
import io.chihiro.models.onnx.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a training can be taken up again: the last state, and the best numbers so far.
///
/// Every file is written beside its place and moved there when it is whole; `loop.json` is moved
/// last and names the others, so a kill at any moment leaves the state before or the state after.
final class Checkpoints {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOOP = "loop.json";

  /// Where the loop stands.
  ///
  /// @param training what is trained on what: another training's state is not taken up
  /// @param epoch from 1
  /// @param inEpoch steps of this epoch that are done
  /// @param step steps done in all
  /// @param lossSum over the steps of this epoch that are done
  /// @param epochs those that are over
  /// @param bestEpoch 0 while there is none
  record State(
      String training,
      int epoch,
      int inEpoch,
      long step,
      double lossSum,
      List<TrainingLog.Epoch> epochs,
      int bestEpoch) {
    State {
      epochs = List.copyOf(epochs);
    }

    static State start(String training) {
      return new State(training, 1, 0, 0, 0, List.of(), 0);
    }
  }

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
    run(() -> Files.createDirectories(folder));
  }

  /// The state that an earlier run of the same training left.
  Optional<State> state(String training) {
    Path file = folder.resolve(LOOP);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      State state = JSON.readValue(Files.readAllBytes(file), State.class);
      return Optional.of(state).filter(known -> known.training().equals(training));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// The numbers that belong to a state.
  Weights numbers(State state) {
    return read(last(state));
  }

  /// The best epoch's numbers.
  Weights best(State state) {
    return read(best(state.bestEpoch()));
  }

  void save(State state, Map<String, Tensor> numbers) {
    run(
        () -> {
          move(last(state), file -> Safetensors.write(numbers, file));
          move(folder.resolve(LOOP), file -> Files.write(file, JSON.writeValueAsBytes(state)));
          deleteAllBut(state);
        });
  }

  /// Keeps an epoch's numbers; they count once a state names them.
  void saveBest(int epoch, Map<String, Tensor> numbers) {
    run(() -> move(best(epoch), file -> Safetensors.write(numbers, file)));
  }

  /// Forgets everything: the training is over.
  void clear() {
    run(() -> deleteAllBut(null));
  }

  private Path last(State state) {
    return folder.resolve("step-" + state.step() + ".safetensors");
  }

  private Path best(int epoch) {
    return folder.resolve("best-" + epoch + ".safetensors");
  }

  private static Weights read(Path file) {
    try {
      return Safetensors.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void move(Path file, Writing writing) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".writing");
    writing.to(temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void deleteAllBut(@Nullable State state) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !belongs(file, state)).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean belongs(Path file, @Nullable State state) {
    return state != null
        && List.of(folder.resolve(LOOP), last(state), best(state.bestEpoch())).contains(file);
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " does not take the training's checkpoint", e);
    }
  }
}
