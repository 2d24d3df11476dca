package io.chihiro.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

  String title() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }

  int heapMebibytes() {
    return heapMebibytes;
  }

  /// Where the heavy work is native code, or rare, compiling quickly beats compiling well.
  List<String> flags() {
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

  Path jar(Path root) {
    return root.resolve(Path.of(title(), "target", "quarkus-app", "quarkus-run.jar"));
  }

  int port(Ports ports) {
    return switch (this) {
      case OCR -> ports.ocr();
      case INGEST -> ports.ingest();
      case EMBEDDING -> ports.embedding();
      case TRAINING -> ports.training();
      case RECOMMEND -> ports.recommend();
    };
  }
}
