package io.chihiro.recommend;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the encoder is warm, the index whole and the owner's days in memory.
@Readiness
@ApplicationScoped
public class AnsweringHealth implements HealthCheck {
  private final Answering answering;

  public AnsweringHealth(Answering answering) {
    this.answering = answering;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("answers").status(answering.ready()).build();
  }
}
