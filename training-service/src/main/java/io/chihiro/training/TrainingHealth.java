package io.chihiro.training;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the days are read: the bean that reads them exists only then.
@Readiness
@ApplicationScoped
public class TrainingHealth implements HealthCheck {
  private final MeasureEncoder measured;

  public TrainingHealth(MeasureEncoder measured) {
    this.measured = measured;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("days")
        .withData("models", measured.models().size())
        .up()
        .build();
  }
}
