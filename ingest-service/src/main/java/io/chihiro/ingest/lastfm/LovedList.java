package io.chihiro.ingest.lastfm;

import io.chihiro.events.PlaylistKept;
import io.chihiro.ingest.source.Account;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ListSource;
import io.chihiro.ingest.source.Lists;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PlaylistDoor;
import io.chihiro.ingest.source.Secrets;
import io.chihiro.ingest.source.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tracks somebody loves at Last.fm, as one list, read whole once a day.
public final class LovedList implements ListSource {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final String LIST = "lastfm-loved";
  private static final int MOST_PAGES = 500;

  private final LastFm lastFm;
  private final Secrets secrets;
  private final PlaylistDoor door;
  private final InstantSource clock;

  public LovedList(LastFm lastFm, Secrets secrets, PlaylistDoor door, InstantSource clock) {
    this.lastFm = lastFm;
    this.secrets = secrets;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public Outcome<Lists> read(Connection connection) throws InterruptedException {
    String key = secrets.find(connection.user(), LiveSource.LASTFM).orElse("");
    Account account = new Account(connection.user(), connection.account(), key);
    return all(account).map(loved -> kept(connection, loved));
  }

  private Outcome<List<LovedTracks.Loved>> all(Account account) throws InterruptedException {
    List<LovedTracks.Loved> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Outcome<LovedTracks> outcome = lastFm.loved(account, page);
      switch (outcome) {
        case Failed<LovedTracks>(Trouble trouble) -> {
          return new Failed<>(trouble);
        }
        case Got<LovedTracks>(LovedTracks told) -> {
          all.addAll(told.tracks());
          if (told.last()) {
            return new Got<>(all);
          }
        }
      }
    }
    return new Got<>(all);
  }

  private Lists kept(Connection connection, List<LovedTracks.Loved> loved) {
    List<PlaylistKept.Entry> entries =
        loved.stream()
            .map(each -> new PlaylistKept.Entry(each.song(), Optional.empty(), each.lovedAt()))
            .toList();
    String version = Integer.toHexString(entries.hashCode());
    if (!version.equals(connection.lists().known().get(LIST))) {
      door.store(
          new PlaylistKept(
              connection.user(),
              LIST,
              "Loved at Last.fm",
              PlaylistKept.Source.LAST_FM_LOVED,
              entries));
    }
    return connection.lists().with(LIST, version).later(clock.instant().plus(A_DAY));
  }
}
