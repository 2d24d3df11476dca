package io.chihiro.training;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the days are read: the bean that reads them exists only then.
@Readiness
@ApplicationScoped
public class TrainingHealth implements HealthCheck {
  private final TrainingTables tables;

  public TrainingHealth(TrainingTables tables) {
    this.tables = tables;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("days")
        .withData("models", tables.registry().models().size())
        .up()
        .build();
  }
}
