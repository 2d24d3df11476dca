package io.chihiro.ingest;

import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.Gap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Closes the gaps that an export has filled: those between its first play and its last.
@ApplicationScoped
public class CloseGaps {
  private static final Set<Source> EXPORTS =
      Set.of(Source.SPOTIFY_EXTENDED_HISTORY, Source.SPOTIFY_ACCOUNT_DATA);

  private final ConnectionFiles connections;
  private final ImportLedger ledger;
  private final StoredRecords<TrackPlayed> plays;
  private final InstantSource clock;
  private final Set<String> looked = ConcurrentHashMap.newKeySet();

  public CloseGaps(
      ConnectionFiles connections,
      ImportLedger ledger,
      IngestSettings settings,
      InstantSource clock) {
    this.connections = connections;
    this.ledger = ledger;
    this.plays = new StoredRecords<>(settings.broker(), Topics.PLAYS);
    this.clock = clock;
  }

  /// Looks once after each import that has ended, if something is missing.
  public void look() {
    connections.all().stream()
        .filter(each -> each.gaps().stream().anyMatch(Gap::open))
        .filter(each -> somethingNew(each.user()))
        .forEach(this::close);
  }

  private boolean somethingNew(String user) {
    return ledger.of(user).stream()
            .filter(each -> each.status() == ImportStatus.DONE)
            .map(PlayImport::id)
            .filter(looked::add)
            .count()
        > 0;
  }

  private void close(Connection connection) {
    Span span = new Span();
    plays.each(connection.user(), span::add);
    if (span.first.isBefore(span.last)) {
      connections.update(
          connection.user(),
          connection.source(),
          each -> each.covered(span.first, span.last, clock.instant()));
    }
  }

  /// From the first play of the exports to their last.
  private static final class Span {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void add(TrackPlayed play) {
      if (!EXPORTS.contains(play.source())) {
        return;
      }
      first = play.endedAt().isBefore(first) ? play.endedAt() : first;
      last = play.endedAt().isAfter(last) ? play.endedAt() : last;
    }
  }
}
