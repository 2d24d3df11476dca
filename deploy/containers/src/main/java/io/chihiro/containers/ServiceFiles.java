package io.chihiro.containers;

import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// What the build left of a service, sorted by how often it changes.
///
/// @param folder `quarkus-app`, with the jar that is run at its top
record ServiceFiles(Path folder) {
  private static final String RUN = "quarkus-run.jar";
  private static final String OURS = "io.chihiro.";

  /// What a built service consists of.
  ///
  /// @param root of the project
  /// @throws IllegalStateException if it is not built
  static ServiceFiles of(Path root, Service service) {
    Path jar = service.jar(root);
    if (!Files.exists(jar)) {
      throw new IllegalStateException(service.title() + " is not built: " + jar + " is missing");
    }
    return new ServiceFiles(jar.toAbsolutePath().resolveSibling("").normalize());
  }

  /// Jars of others, for every kind of processor.
  List<Path> dependencies() throws IOException {
    return files(file -> isLibrary(file) && !Architecture.isNative(file));
  }

  /// Jars of native libraries, as the build has them: for amd64.
  List<Path> natives() throws IOException {
    return files(file -> isLibrary(file) && Architecture.isNative(file));
  }

  /// What changes with every build.
  List<Path> own() throws IOException {
    return files(file -> !isLibrary(file));
  }

  /// What the java command has to be told, which a jar that is named by `-jar` tells by itself.
  List<String> mainClass() throws IOException {
    try (JarFile jar = new JarFile(folder.resolve(RUN).toFile())) {
      Attributes told = jar.getManifest().getMainAttributes();
      List<String> command = new ArrayList<>();
      String opens = told.getValue("Add-Opens");
      if (opens != null) {
        Stream.of(opens.strip().split(" +"))
            .forEach(each -> command.add("--add-opens=" + each + "=ALL-UNNAMED"));
      }
      // Native libraries lie apart, because they are others on another processor.
      command.addAll(
          List.of("-cp", ServiceImage.APP + "/" + RUN + ":" + ServiceImage.NATIVES + "/*"));
      command.add(told.getValue(Attributes.Name.MAIN_CLASS));
      return command;
    }
  }

  private boolean isLibrary(Path file) {
    return file.startsWith(folder.resolve("lib"))
        && !file.getFileName().toString().startsWith(OURS);
  }

  private List<Path> files(Predicate<Path> which) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(which).sorted().toList();
    }
  }
}
