package io.chihiro.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The command lines of the seven processes.
///
/// @param root where the built services are
/// @param environment what every service is told
record Programs(Path root, Home home, Ports ports, Map<String, String> environment) {
  static final String REDIS = "redis";
  static final String BROKER = "broker";

  /// Starts in two thirds of the time, and a broker even runs with less.
  static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final int BROKER_HEAP_MEBIBYTES = 384;

  /// The names of all processes, in the order in which they start.
  static List<String> names() {
    return Stream.concat(Stream.of(REDIS, BROKER), Stream.of(Service.values()).map(Service::title))
        .toList();
  }

  Program redis() {
    return new Program(
        REDIS, EmbeddedCache.command(home.redis(), ports.redis()), Map.of(), home.log(REDIS));
  }

  Program broker() {
    List<String> command = new ArrayList<>(java(BROKER_HEAP_MEBIBYTES));
    command.add(crashFile());
    String classPath = System.getProperty("java.class.path");
    // An archive fits one class path, and the launcher's is not that of the benchmarks.
    command.addAll(
        archive(
            BROKER + "-" + Integer.toHexString(classPath.hashCode()),
            new File(classPath.split(File.pathSeparator, 2)[0])));
    command.addAll(
        List.of(
            QUICK_COMPILER,
            "-cp",
            classPath,
            EmbeddedBroker.class.getName(),
            home.broker().toString(),
            Integer.toString(ports.broker()),
            Integer.toString(ports.controller())));
    return new Program(BROKER, command, Map.of("MALLOC_ARENA_MAX", "2"), home.log(BROKER));
  }

  Program service(Service service) {
    File jar = service.jar(root).toFile();
    return new Program(
        service.title(),
        command(service, archive(service.title(), jar)),
        told(service.port(ports)),
        home.log(service.title()));
  }

  /// A further copy of a service on the same home, with a name of its own.
  ///
  /// @param port where it answers
  Program copy(Service service, String name, int port, Map<String, String> more) {
    // Only one process writes an archive; a copy uses what is there.
    File archive = archiveFile(service.title());
    List<String> shared =
        fits(archive, service.jar(root).toFile())
            ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off,aot*=off")
            : List.of();
    Map<String, String> told = told(port);
    told.putAll(more);
    return new Program(name, command(service, shared), told, home.log(name));
  }

  private List<String> command(Service service, List<String> archive) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(service.jvmFlags(home.folder().resolve("cache")));
    command.add(crashFile());
    command.addAll(archive);
    command.addAll(List.of("-jar", service.jar(root).toString()));
    return command;
  }

  private Map<String, String> told(int port) {
    Map<String, String> told = new TreeMap<>(environment);
    told.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    // RocksDB and the networks are called by many threads; an arena for each only grows.
    told.put("MALLOC_ARENA_MAX", "2");
    return told;
  }

  /// Whether ending will take longer, because archives are to be written: there are none yet, or
  /// the services were built anew.
  boolean archivesMissing() {
    return Stream.of(Service.values())
        .anyMatch(service -> !fits(archiveFile(service.title()), service.jar(root).toFile()));
  }

  /// Beside what was built: every home that runs this build starts from the same classes.
  private File archiveFile(String name) {
    return root.resolve(Path.of("target", "cds", name + ".jsa")).toFile();
  }

  private static boolean fits(File archive, File jar) {
    return archive.lastModified() >= jar.lastModified();
  }

  /// The classes of the last run, ready to be used. A process that finds no archive writes one when
  /// it is asked to end, which takes it some seconds; one of an older build it would only pass by.
  private List<String> archive(String name, File jar) {
    File archive = archiveFile(name);
    boolean _ = archive.getParentFile().mkdirs();
    if (!fits(archive, jar)) {
      boolean _ = archive.delete();
    }
    return List.of(
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds*=off,aot*=off",
        "-XX:+AutoCreateSharedArchive");
  }

  // What a native crash leaves behind belongs beside the logs, not wherever the launcher was
  // called.
  private String crashFile() {
    return "-XX:ErrorFile=" + home.logs().resolve("crash-%p.log");
  }

  /// The Java that runs now, with the flags that keep it small.
  static List<String> java(int heapMebibytes) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(flags(heapMebibytes));
    return command;
  }

  private static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// The flags that keep a JVM small.
  static List<String> flags(int heapMebibytes) {
    return List.of(
        "-Xmx" + heapMebibytes + "m",
        "-XX:+UseSerialGC",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:+ExitOnOutOfMemoryError",
        // What lies in memory is open: none of it is written to the disk.
        "-XX:-HeapDumpOnOutOfMemoryError",
        "-XX:-CreateCoredumpOnCrash",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true");
  }
}
