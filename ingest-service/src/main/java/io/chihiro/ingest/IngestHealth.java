package io.chihiro.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the topology has its state back and processes.
@Readiness
@ApplicationScoped
public class IngestHealth implements HealthCheck {
  private final RunTopology topology;

  public IngestHealth(RunTopology topology) {
    this.topology = topology;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("topology").status(topology.running()).build();
  }
}
