package io.chihiro.ingest;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.ingest.lastfm.LastFm;
import io.chihiro.ingest.lastfm.LovedList;
import io.chihiro.ingest.listenbrainz.ListenBrainz;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.EncryptedSecrets;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.PagedHistory;
import io.chihiro.ingest.source.PlayDoor;
import io.chihiro.ingest.source.PlaylistDoor;
import io.chihiro.ingest.source.Poll;
import io.chihiro.ingest.source.ReadHistory;
import io.chihiro.ingest.source.ReadLists;
import io.chihiro.ingest.source.SourceRounds;
import io.chihiro.ingest.spotify.Spotify;
import io.chihiro.ingest.spotify.SpotifyAddresses;
import io.chihiro.ingest.web.JdkWeb;
import io.chihiro.keys.KeyRing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// What live sources are made of, wired once.
@ApplicationScoped
public class SourcesBeans {
  @Produces
  @Singleton
  ConnectionFiles connections(IngestSettings settings, KeyRing keys) {
    return new ConnectionFiles(settings.home().resolve("ingest").resolve("sources"), keys);
  }

  @Produces
  @Singleton
  EncryptedSecrets secrets(IngestSettings settings, SourcesSettings sources, KeyRing keys) {
    return new EncryptedSecrets(
        settings.home().resolve("ingest").resolve("sources"), keys, sources.keyFile());
  }

  @Produces
  @Singleton
  JdkWeb web(SourcesSettings sources) {
    return new JdkWeb(sources.patience());
  }

  void close(@Disposes JdkWeb web) {
    web.close();
  }

  @Produces
  @Singleton
  PlayDoor door(KafkaEventWriter writer) {
    return new WritePlays(writer);
  }

  @Produces
  @Singleton
  PlaylistDoor lists(KafkaEventWriter writer) {
    return new WritePlaylists(writer);
  }

  @Produces
  @Singleton
  Spotify spotify(
      SourcesSettings sources,
      JdkWeb web,
      ConnectionFiles connections,
      EncryptedSecrets secrets,
      PlayDoor door,
      PlaylistDoor lists,
      InstantSource clock) {
    return new Spotify(
        new SpotifyAddresses(sources.spotifyAccounts(), sources.spotifyApi()),
        web,
        connections,
        secrets,
        door,
        lists,
        sources.pollEvery(),
        clock);
  }

  @Produces
  @Singleton
  SourceRounds rounds(
      SourcesSettings sources,
      Spotify spotify,
      JdkWeb web,
      ConnectionFiles connections,
      EncryptedSecrets secrets,
      PlayDoor door,
      PlaylistDoor lists,
      MeterRegistry meters,
      InstantSource clock) {
    LastFm lastFm = new LastFm(sources.lastfm(), web, clock);
    PagedHistory listenBrainz = new ListenBrainz(sources.listenbrainz(), web, clock);
    Duration every = sources.historyEvery();
    Poll scrobbles = new ReadHistory(lastFm, connections, secrets, door, every, clock);
    Poll listens = new ReadHistory(listenBrainz, connections, secrets, door, every, clock);
    LovedList loved = new LovedList(lastFm, secrets, lists, clock);
    Map<LiveSource, Poll> polls =
        Map.of(
            LiveSource.SPOTIFY,
            spotify,
            LiveSource.LASTFM,
            new ReadLists(scrobbles, loved, connections, clock),
            LiveSource.LISTENBRAINZ,
            listens);
    return new SourceRounds(
        connections, polls, clock, (source, now) -> SourceMetrics.polled(meters, source, now));
  }
}
