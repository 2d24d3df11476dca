package io.chihiro.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the encoder is warm and what waited at the start is embedded.
@Readiness
@ApplicationScoped
public class EmbeddingHealth implements HealthCheck {
  private final RunEmbedding embedding;

  public EmbeddingHealth(RunEmbedding embedding) {
    this.embedding = embedding;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("encoder").status(embedding.ready()).build();
  }
}
