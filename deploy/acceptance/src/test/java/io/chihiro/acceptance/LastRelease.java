package io.chihiro.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A home as the last release left it: what an upgrade finds, in one small file.
///
/// A zip that compresses nothing, compressed as a whole: a broker has hundreds of files, each
/// nearly the same as the next.
final class LastRelease {
  private static final String HOME = "/last-release/home.zip.gz";

  /// Logs, programs, what is written at each start or filled again from the topics. Of these,
  /// RocksDB would also note the machine's name in its files; what it holds is on the changelogs.
  private static final Set<String> LEFT_OUT =
      Set.of("logs", "run", "cache", "cds", "redis", "ingest/streams", "broker/broker.properties");

  private LastRelease() {}

  /// Packs a home that nothing runs on.
  ///
  /// @param secrets what may lie in none of its files
  static void pack(Path home, Path file, Canary secrets) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    try (OutputStream compressed = new GZIPOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(compressed);
        Stream<Path> all = Files.walk(home)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      for (Path each : files) {
        String name = home.relativize(each).toString();
        if (LEFT_OUT.stream().noneMatch(out -> (name + "/").startsWith(out + "/"))) {
          demandNone(secrets.in(each), name);
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(each, zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static void demandNone(Set<String> found, String name) {
    if (!found.isEmpty()) {
      throw new AssertionError(name + " tells of the machine it was made on: " + found);
    }
  }

  /// Unpacks it.
  ///
  /// @return a home of its own
  static Path unpack() throws IOException {
    Path home = Files.createTempDirectory("chihiro-acceptance-");
    try (InputStream packed =
            Objects.requireNonNull(LastRelease.class.getResourceAsStream(HOME), HOME);
        ZipInputStream zip = new ZipInputStream(new GZIPInputStream(packed))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = home.resolve(entry.getName());
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(zip, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    return home;
  }
}
