package io.chihiro.ocr;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the journal is open.
@Readiness
@ApplicationScoped
public class JournalReadiness implements HealthCheck {
  private final Journal journal;

  public JournalReadiness(Journal journal) {
    this.journal = journal;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("journal is open").status(journal.isOpen()).build();
  }
}
