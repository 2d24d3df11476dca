package io.chihiro.containers;

import java.nio.file.Path;
import java.util.List;

/// What may be put into a cluster.
final class Overlays {
  static final Path K8S = DeployFiles.DEPLOY.resolve("k8s");
  static final List<String> ALL = List.of("home", "home-online", "large");

  private Overlays() {}

  static Kustomization of(String name) {
    return Kustomization.of(K8S.resolve("overlays").resolve(name));
  }
}
