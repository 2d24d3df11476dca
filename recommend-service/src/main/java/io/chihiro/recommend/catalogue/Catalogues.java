package io.chihiro.recommend.catalogue;

import io.chihiro.door.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The catalogues of the users who search: opened at the first search, kept fresh by every change
/// after it, let go of when nobody has searched for a while. Thread-safe.
///
/// There is room for some at once. Whoever is being read is not sent away for another, or several
/// large ones would never be read to the end.
public final class Catalogues implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Catalogues.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STAYS = Duration.ofHours(1);

  private final CatalogueSource source;
  private final int users;
  private volatile Optional<String> pictures = Optional.empty();

  /// The one that was asked for last comes last.
  private final Map<String, Asked> followed = new LinkedHashMap<>();

  /// A catalogue and when it was asked for.
  private record Asked(FollowCatalogue catalogue, long nanos) {
    boolean isSince(Duration time) {
      return System.nanoTime() - nanos < time.toNanos();
    }
  }

  /// No catalogue yet.
  ///
  /// @param users whose catalogues are open at once
  public Catalogues(CatalogueSource source, int users) {
    this.source = source;
    this.users = users;
  }

  /// From now on songs are found by pictures as well. A catalogue that was opened without is opened
  /// anew when it is asked for, and an index that was made without is made anew from the topics.
  ///
  /// @param version of the encoder that their lines are read by
  public void findByPictures(String version) {
    pictures = Optional.of(version);
  }

  /// A user's catalogue, whole.
  ///
  /// @throws RefusedException if it is not read within some seconds
  public SongCatalogue of(String user) throws InterruptedException {
    FollowCatalogue mine = followed(user);
    if (!mine.awaitWhole(PATIENCE)) {
      throw RefusedException.notNow(
          "Warming up: your songs are being read; try again in a moment.");
    }
    return mine.catalogue();
  }

  /// A sum over all catalogues that are whole.
  public double sum(ToLongFunction<SongCatalogue> count) {
    return all().stream()
        .filter(FollowCatalogue::whole)
        .map(FollowCatalogue::catalogue)
        .mapToLong(count)
        .sum();
  }

  /// Makes the indexes anew that are worth it by now.
  public void tend() throws InterruptedException {
    for (FollowCatalogue each : all()) {
      try {
        each.tend();
      } catch (IllegalStateException e) {
        LOG.warnf("an index of songs is looked after later: %s", e.getMessage());
      }
    }
  }

  /// Lets go of indexes on this machine that another copy has deleted.
  public void sweep() {
    source.store().sweepDeleted();
  }

  /// Lets go of catalogues that nobody has asked for lately.
  public void letGo() {
    List<FollowCatalogue> idle = new ArrayList<>();
    synchronized (this) {
      followed.values().removeIf(each -> !each.isSince(STAYS) && idle.add(each.catalogue()));
    }
    idle.forEach(FollowCatalogue::close);
  }

  /// Takes what has gone from a user's songs out of the index on disk too.
  ///
  /// @return whether there was anything
  /// @throws RefusedException if the songs are not read within some seconds
  public boolean forgetGone(String user) throws InterruptedException {
    if (!source.store().has(user)) {
      return false;
    }
    SongCatalogue _ = of(user);
    FollowCatalogue mine = followed(user);
    boolean made = mine.forgetGone();
    if (mine.catalogue().hasLeft()) {
      throw RefusedException.notNow("The index of songs cannot be made without it just now.");
    }
    return made;
  }

  /// Forgets all indexes of a user's songs.
  ///
  /// @return how many there were
  public int forget(String user) {
    @Nullable Asked mine;
    synchronized (this) {
      mine = followed.remove(user);
    }
    if (mine != null) {
      mine.catalogue().letGo();
    }
    try {
      return source.store().drop(user);
    } catch (IOException e) {
      LOG.warnf("an index of songs cannot be deleted: %s", e.getMessage());
      throw RefusedException.notNow("The indexes of songs cannot be deleted just now.");
    }
  }

  @Override
  public void close() {
    all().forEach(FollowCatalogue::close);
  }

  private synchronized List<FollowCatalogue> all() {
    return followed.values().stream().map(Asked::catalogue).toList();
  }

  private FollowCatalogue followed(String user) {
    List<FollowCatalogue> going = new ArrayList<>();
    try {
      return followed(user, going);
    } finally {
      going.forEach(FollowCatalogue::close);
    }
  }

  private synchronized FollowCatalogue followed(String user, List<FollowCatalogue> going) {
    Asked there = followed.remove(user);
    if (there != null && (there.catalogue().ended() || !there.catalogue().finds(pictures))) {
      going.add(there.catalogue());
      there = null;
    }
    if (there == null) {
      makeRoom(going);
    }
    FollowCatalogue mine =
        there == null ? new FollowCatalogue(source, user, pictures) : there.catalogue();
    followed.put(user, new Asked(mine, System.nanoTime()));
    return mine;
  }

  private void makeRoom(List<FollowCatalogue> going) {
    while (followed.size() >= users) {
      Optional<FollowCatalogue> first = removeWhole();
      if (first.isEmpty()) {
        throw RefusedException.notNow(
            "The songs of others are being read just now; try again in a moment.");
      }
      going.add(first.get());
    }
  }

  private Optional<FollowCatalogue> removeWhole() {
    Iterator<Asked> all = followed.values().iterator();
    while (all.hasNext()) {
      FollowCatalogue each = all.next().catalogue();
      if (each.whole() || each.ended()) {
        all.remove();
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
