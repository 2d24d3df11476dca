package io.chihiro.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The files of a home that a backup holds: what cannot be made again.
final class HomeFiles {
  /// Where imports and connections are: what they say is done has to be on the topics already, so
  /// they are copied before these.
  static final String INGEST = "ingest";

  /// Which process works with a folder: nothing for another home.
  private static final Set<String> OF_A_PROCESS = Set.of(".lock", "held", "held-by");

  private final HomePaths home;
  private final KeyFiles keys;

  HomeFiles(Path home, KeyFiles keys) {
    this.home = new HomePaths(home);
    this.keys = keys;
  }

  /// What imports and connections are made of.
  List<String> ofIngest() throws IOException {
    return paths(path -> isOfIngest(path) && !keys.holds(path));
  }

  /// The keys, wherever they lie.
  List<String> ofKeys() throws IOException {
    return paths(keys::holds);
  }

  /// Everything else.
  List<String> others() throws IOException {
    return paths(path -> !isOfIngest(path) && !keys.holds(path));
  }

  private static boolean isOfIngest(String path) {
    return path.startsWith(INGEST + "/");
  }

  Path file(String path) {
    return home.home().resolve(path);
  }

  private List<String> paths(Predicate<String> wanted) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Path top : home.tops()) {
      Files.walkFileTree(top.toRealPath(), new Collector(top, paths));
    }
    return paths.stream().filter(wanted).sorted().toList();
  }

  // Whole files are moved into their place from such names; in the journal, where its owner names
  // files, only what is hidden is none of it.
  private static boolean isHalf(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("journal/")
        ? name.startsWith(".")
        : name.endsWith(".part") || name.endsWith(".new") || OF_A_PROCESS.contains(name);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<String> paths;

    Collector(Path top, List<String> paths) {
      this.top = top;
      this.paths = paths;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return HomePaths.isKept(HomePaths.name(top, folder))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = HomePaths.name(top, file);
      if (attributes.isRegularFile() && !isHalf(path)) {
        paths.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      // Gone since its folder was listed.
      if (Files.exists(file)) {
        throw problem;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
