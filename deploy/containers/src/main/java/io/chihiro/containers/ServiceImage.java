package io.chihiro.containers;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.chihiro.local.Ports;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The image of one service for one kind of processor.
///
/// Four layers, the one that changes least at the bottom: an empty home, jars of others, native
/// libraries, what is ours. It runs as nobody in particular (1000), writes below `/data`, `/keys`
/// and `/tmp` alone, so that its root file system may be read-only, and fetches nothing when it
/// runs.
///
/// @param twins the folder with the native libraries of other processors
record ServiceImage(
    Service service, ServiceFiles files, Architecture architecture, Path twins, Instant created) {
  static final String APP = "/app";
  static final String NATIVES = APP + "/natives";

  /// The home, for which a volume is to be mounted.
  static final String HOME = "/data";

  /// The keys, for which all services share a volume.
  static final String KEYS = "/keys";

  /// Who it runs as, and owns the home.
  static final String USER = "1000:1000";

  private static final Path CACHE = Path.of(HOME, "cache");
  private static final FilePermissions OWNER_ALONE = FilePermissions.fromOctalString("700");

  /// Lays this on a base that has a Java.
  ///
  /// @throws IllegalStateException if a native library is missing for this processor
  JibContainerBuilder on(JibContainerBuilder base) throws IOException {
    return base.setFileEntriesLayers(layers())
        .setEntrypoint(entrypoint())
        .setEnvironment(environment())
        .setUser(USER)
        .setWorkingDirectory(AbsoluteUnixPath.get(HOME))
        .setExposedPorts(Port.tcp(service.port(new Ports(Ports.DEFAULT))))
        .setPlatforms(Set.of(new Platform(architecture.title(), "linux")))
        .setCreationTime(created)
        .setLabels(Map.of("org.opencontainers.image.title", service.title()));
  }

  /// The command; nothing is added to it.
  List<String> entrypoint() throws IOException {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(service.jvmFlags(CACHE));
    command.add("-XX:ErrorFile=" + HOME + "/crash-%p.log");
    command.addAll(files.mainClass());
    return command;
  }

  /// What holds wherever it runs.
  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(Service.environment(CACHE));
    all.put("CHIHIRO_HOME", HOME);
    return all;
  }

  /// What it consists of, from the bottom up.
  List<FileEntriesLayer> layers() throws IOException {
    return List.of(
        home(), layer("dependencies", files.dependencies()), natives(), layer("own", files.own()));
  }

  private FileEntriesLayer home() throws IOException {
    Path empty = Files.createTempDirectory("chihiro-home");
    empty.toFile().deleteOnExit();
    return FileEntriesLayer.builder()
        .setName("home")
        .addEntry(empty, AbsoluteUnixPath.get(HOME), OWNER_ALONE, created, USER)
        .addEntry(empty, AbsoluteUnixPath.get(KEYS), OWNER_ALONE, created, USER)
        .build();
  }

  private FileEntriesLayer natives() throws IOException {
    FileEntriesLayer.Builder layer =
        FileEntriesLayer.builder().setName("natives-" + architecture.title());
    for (Path jar : files.natives()) {
      Path here = architecture.twin(jar, twins);
      if (!Files.exists(here)) {
        throw new IllegalStateException(
            "no native library for "
                + architecture.title()
                + " in the place of "
                + jar
                + ": "
                + here);
      }
      layer.addEntry(here, AbsoluteUnixPath.get(NATIVES).resolve(here.getFileName().toString()));
    }
    return layer.build();
  }

  private FileEntriesLayer layer(String name, List<Path> content) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    for (Path file : content) {
      layer.addEntry(
          file, AbsoluteUnixPath.get(APP).resolve(files.folder().relativize(file).toString()));
    }
    return layer.build();
  }
}
