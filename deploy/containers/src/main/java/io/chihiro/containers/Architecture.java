package io.chihiro.containers;

import java.nio.file.Path;

/// A kind of processor that images are made for.
enum Architecture {
  AMD64("amd64"),
  ARM64("arm64");

  private static final String AMD64_JAR = "linux-x86_64";
  private static final String BYTEDECO = "org.bytedeco.";

  private final String title;

  Architecture(String title) {
    this.title = title;
  }

  /// As images name it.
  String title() {
    return title;
  }

  static Architecture named(String title) {
    for (Architecture each : values()) {
      if (each.title.equals(title)) {
        return each;
      }
    }
    throw new IllegalArgumentException("images are made for amd64 and arm64, not for " + title);
  }

  /// Whether a jar holds native libraries of one kind of processor and nothing else.
  static boolean isNative(Path jar) {
    return name(jar).contains(AMD64_JAR);
  }

  /// The jar that stands for one of amd64 on this kind of processor.
  ///
  /// @param jar of amd64, as the build has it
  /// @param twins the folder with those of arm64
  Path twin(Path jar, Path twins) {
    return switch (this) {
      case AMD64 -> jar;
      case ARM64 -> twins.resolve(name(jar).replace(AMD64_JAR, suffix(name(jar))));
    };
  }

  private static String suffix(String name) {
    return name.startsWith(BYTEDECO) ? "linux-arm64" : "linux-aarch64";
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}
