package io.chihiro.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells how much the disk of the data home still takes: in every service, because each may live on
/// a machine of its own.
@Startup
@ApplicationScoped
public class HomeDisk {
  private final Path home;
  private final MeterRegistry registry;

  public HomeDisk(HomeSettings settings, MeterRegistry registry) {
    this.home = settings.home().toAbsolutePath();
    this.registry = registry;
  }

  @PostConstruct
  void measure() {
    RunningMetric.HOME_FREE_BYTES.gauge(registry, this, HomeDisk::freeBytes);
    RunningMetric.HOME_SIZE_BYTES.gauge(registry, this, HomeDisk::sizeBytes);
  }

  double freeBytes() {
    return there().getUsableSpace();
  }

  double sizeBytes() {
    return there().getTotalSpace();
  }

  // A home that nothing has been written to yet will lie on the disk of the folder around it.
  private File there() {
    Path there = home;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toFile();
  }
}
