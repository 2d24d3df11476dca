package io.chihiro.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The five services in the order in which things flow, and how much each may take.
public enum Service {
  OCR(640),
  // Ten years of listening come in with less than this, and 400 MiB in all are promised.
  INGEST(128),
  EMBEDDING(320),
  // An encoder's weights as they were, as they are tuned, and mixed; idle it takes a tenth.
  TRAINING(1024),
  RECOMMEND(384);

  private final int heapMebibytes;

  Service(int heapMebibytes) {
    this.heapMebibytes = heapMebibytes;
  }

  /// Its name, such as `ocr-service`.
  public String title() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }

  /// The most that its heap may take.
  public int heapMebibytes() {
    return heapMebibytes;
  }

  /// The flags of its JVM, wherever it runs.
  ///
  /// @param natives the folder in which native libraries are unpacked
  public List<String> jvmFlags(Path natives) {
    List<String> all = new ArrayList<>(Programs.flags(heapMebibytes));
    all.add("--enable-native-access=ALL-UNNAMED");
    all.addAll(flags());
    // FFmpeg's libraries unpack here instead of into the owner's own folder.
    all.add("-Dorg.bytedeco.javacpp.cachedir=" + natives);
    return all;
  }

  /// What native libraries find in their environment, in every service and wherever it runs.
  ///
  /// @param natives the folder in which they are unpacked
  public static Map<String, String> environment(Path natives) {
    return Map.of(
        // The tokeniser unpacks its native library here instead of into the owner's own folder.
        "DJL_CACHE_DIR", natives.toString(),
        "DJL_OFFLINE", "true",
        // Two arenas keep glibc from holding on to memory per thread.
        "MALLOC_ARENA_MAX", "2",
        // Names of files may hold any letter.
        "LC_ALL", "C.UTF-8",
        // Without it the threads of native libraries burn the processor while they wait.
        "OMP_WAIT_POLICY", "PASSIVE");
  }

  /// Where the heavy work is native code, or rare, compiling quickly beats compiling well.
  private List<String> flags() {
    return switch (this) {
      case INGEST -> List.of();
      // Vectors are compared many numbers at once.
      case RECOMMEND -> List.of("--add-modules=jdk.incubator.vector");
      // A photo takes fifty megabytes outside the heap; glibc gives them back only when asked.
      case OCR -> List.of("-XX:TrimNativeHeapInterval=1000");
      case EMBEDDING -> List.of(Programs.QUICK_COMPILER);
      // What a training took is given back when it has ended.
      case TRAINING ->
          List.of(
              Programs.QUICK_COMPILER,
              "-Xms32m",
              "-XX:MinHeapFreeRatio=20",
              "-XX:MaxHeapFreeRatio=40",
              "-XX:TrimNativeHeapInterval=10000");
    };
  }

  /// Where it lies once it is built.
  public Path jar(Path root) {
    return root.resolve(Path.of(title(), "target", "quarkus-app", "quarkus-run.jar"));
  }

  /// Where it answers.
  public int port(Ports ports) {
    return switch (this) {
      case OCR -> ports.ocr();
      case INGEST -> ports.ingest();
      case EMBEDDING -> ports.embedding();
      case TRAINING -> ports.training();
      case RECOMMEND -> ports.recommend();
    };
  }
}
