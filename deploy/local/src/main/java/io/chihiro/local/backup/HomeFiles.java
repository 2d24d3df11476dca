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
import java.util.stream.Stream;

/// The files of a home that a backup holds: what cannot be made again.
final class HomeFiles {
  /// Where imports and connections are: what they say is done has to be on the topics already, so
  /// they are copied before these.
  static final String INGEST = "ingest";

  /// The key that wraps all others.
  static final String MASTER_KEY = "keys/master";

  /// Topics go their own way; the rest is made again, or belongs to the process that wrote it.
  private static final Set<String> NOT_KEPT =
      Set.of(
          "broker",
          "redis",
          "logs",
          "run",
          "cache",
          "cds",
          "training",
          "ingest/streams",
          "ocr/lent");

  /// Which process works with a folder: nothing for another home.
  private static final Set<String> OF_A_PROCESS = Set.of(".lock", "held", "held-by");

  private final Path home;

  HomeFiles(Path home) {
    this.home = home;
  }

  /// What imports and connections are made of.
  List<String> ofIngest() throws IOException {
    return paths(path -> path.startsWith(INGEST + "/"));
  }

  /// Everything else.
  List<String> others() throws IOException {
    return paths(path -> !path.startsWith(INGEST + "/"));
  }

  Path file(String path) {
    return home.resolve(path);
  }

  private List<String> paths(Predicate<String> wanted) throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> all = Files.list(home)) {
      for (Path top : all.toList()) {
        // The journal may be a link to where the photos have always been.
        Files.walkFileTree(top.toRealPath(), new Collector(top, paths));
      }
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
    private final Path real;
    private final List<String> paths;

    Collector(Path top, List<String> paths) throws IOException {
      this.top = top;
      this.real = top.toRealPath();
      this.paths = paths;
    }

    private String inHome(Path file) {
      Path within = real.relativize(file);
      String name = String.valueOf(top.getFileName());
      return within.toString().isEmpty() ? name : name + "/" + within;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NOT_KEPT.contains(inHome(folder))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = inHome(file);
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
