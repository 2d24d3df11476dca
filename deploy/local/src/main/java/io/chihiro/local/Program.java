package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process to run: how, with what, and where its words go.
///
/// @param environment put on top of what the caller itself was told, whose own
///     settings of Chihiro are left out
record Program(String name, List<String> command, Map<String, String> environment, Path log) {
  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /// Starts it.
  ///
  /// @throws IOException if there is nothing to start
  Process start() throws IOException {
    LogFile.rotate(log, LogFile.ROTATE_BYTES);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith(Environment.PREFIX));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
