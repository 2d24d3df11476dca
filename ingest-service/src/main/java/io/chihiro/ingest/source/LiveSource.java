package io.chihiro.ingest.source;

import io.chihiro.events.TrackPlayed.Source;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every service that can be connected.
public enum LiveSource {
  SPOTIFY("Spotify"),
  LASTFM("Last.fm"),
  LISTENBRAINZ("ListenBrainz");

  private final String title;

  LiveSource(String title) {
    this.title = title;
  }

  /// As its people write it.
  public String title() {
    return title;
  }

  /// As the API and the ledger call it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The source that its plays carry.
  public Source recorded() {
    return switch (this) {
      case SPOTIFY -> Source.SPOTIFY_API;
      case LASTFM -> Source.LAST_FM;
      case LISTENBRAINZ -> Source.LISTENBRAINZ;
    };
  }

  /// How many listens are remembered, so that the same one is not counted twice: four lists of
  /// Spotify's, a fortnight elsewhere.
  int remembered() {
    return switch (this) {
      case SPOTIFY -> 200;
      case LASTFM, LISTENBRAINZ -> 2_000;
    };
  }

  /// The source with this id.
  public static Optional<LiveSource> of(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
