package io.chihiro.ingest;

import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.metrics.RunningMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/// Asks the broker now and then what whoever looks at the metrics must not wait for: how far the
/// topology is behind, and how much was rejected.
@Startup
@ApplicationScoped
public class WatchBroker {
  private static final Logger LOG = Logger.getLogger(WatchBroker.class);

  private final StreamLag lag;
  private final RejectedTopics rejected;
  private final MeterRegistry meters;
  private volatile double behind = Double.NaN;
  private volatile Map<String, Long> records = Map.of();

  public WatchBroker(StreamLag lag, RejectedTopics rejected, MeterRegistry meters) {
    this.lag = lag;
    this.rejected = rejected;
    this.meters = meters;
  }

  @PostConstruct
  void start() {
    RunningMetric.CONSUMER_LAG.gauge(meters, this, it -> it.behind, RunTopology.APPLICATION);
    for (Topic<?> topic : Topics.REJECTED) {
      RunningMetric.REJECTED_RECORDS.gauge(meters, this, it -> it.on(topic), topic.name());
    }
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws InterruptedException {
    try {
      behind = lag.waiting();
      records = rejected.records();
    } catch (IllegalStateException e) {
      // Not known is not the same as none.
      LOG.debugf("not measured: %s", e.getMessage());
      behind = Double.NaN;
      records = Map.of();
    }
  }

  private double on(Topic<?> topic) {
    Long known = records.get(topic.name());
    return known == null ? Double.NaN : known;
  }
}
