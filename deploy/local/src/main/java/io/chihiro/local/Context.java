package io.chihiro.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a command works on.
///
/// @param root the project, built
/// @param environment what the launcher was called with
/// @param out where it speaks
record Context(
    Path root, Home home, Ports ports, Map<String, String> environment, PrintStream out) {
  private static final String DEFAULT_HOME = ".chihiro";

  /// Reads where things are from the environment.
  ///
  /// @param root the project
  static Context of(Path root, Map<String, String> environment, PrintStream out) {
    Path home =
        Optional.ofNullable(environment.get("CHIHIRO_HOME"))
            .map(Path::of)
            .orElseGet(() -> root.resolve(DEFAULT_HOME));
    Ports ports = Ports.of(Optional.ofNullable(environment.get("CHIHIRO_PORT")));
    return new Context(root, new Home(home), ports, environment, out);
  }

  /// The same with another home, and without one of the owner's settings.
  Context at(Home otherHome, String withoutKey) {
    Map<String, String> without = new TreeMap<>(environment);
    without.remove(withoutKey);
    return new Context(root, otherHome, ports, without, out);
  }

  /// The front door of the system, with the owner's token.
  ///
  /// @throws TroubleException if no system was ever started on this home
  FrontDoor frontDoor() {
    if (!home.tokenFile().toFile().exists()) {
      throw FrontDoor.notRunning(ports);
    }
    return new FrontDoor(ports, home.token());
  }

  void say(String line) {
    out.println(line);
  }
}
