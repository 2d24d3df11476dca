package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.EncryptedSecrets;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.SourceRounds;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets a source go, and deletes what it brought if its owner wants that.
@ApplicationScoped
public class ForgetSource {
  private final SourceRounds rounds;
  private final ConnectionFiles connections;
  private final EncryptedSecrets secrets;
  private final EventWriter events;
  private final StoredRecords<TrackPlayed> plays;
  private final StoredRecords<SongListed> listed;

  public ForgetSource(
      SourceRounds rounds,
      ConnectionFiles connections,
      EncryptedSecrets secrets,
      KafkaEventWriter events,
      IngestSettings settings) {
    this.rounds = rounds;
    this.connections = connections;
    this.secrets = secrets;
    this.events = events;
    this.plays = new StoredRecords<>(settings.broker(), Topics.PLAYS);
    this.listed = new StoredRecords<>(settings.broker(), Topics.SONG_LISTINGS);
  }

  /// Nothing is asked any more, and the token is gone.
  ///
  /// @param all whether its plays go too
  /// @return how many plays were deleted
  public long forget(String user, LiveSource source, boolean all) {
    return rounds.undisturbed(
        () -> {
          secrets.forget(user, source);
          long deleted = all ? deletePlays(user, source) : 0;
          connections.update(user, source, each -> all ? each.forgotten() : each.letGo());
          return deleted;
        });
  }

  private long deletePlays(String user, LiveSource source) {
    Connection now = connections.find(user, source).orElseGet(() -> Connection.none(user, source));
    GoingPlays going = GoingPlays.of(plays.latest(user), play -> isFetched(play, now));
    going.leave(events, () -> listed.latest(user));
    now.lists()
        .known()
        .keySet()
        .forEach(list -> events.delete(Topics.PLAYLISTS, Keys.of(user, list)));
    events.flush();
    return going.headers().size();
  }

  // A file of the same service is the owner's own: only what the connection fetched goes.
  private static boolean isFetched(TrackPlayed play, Connection connection) {
    return play.source() == connection.source().recorded()
        && play.play().startsWith(connection.source().id() + "-");
  }
}
