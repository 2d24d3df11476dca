package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.evaluation.SongPairs.Figures;
import io.chihiro.models.evaluation.SongPairs.Separation;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.CompareEncoders;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// How well do the encoders that could answer me tell my songs apart?
@Path("/api/v1/search/encoders")
@RunOnVirtualThread
public class CompareEncodersResource {
  private static final int FEWEST_SONGS = 20;

  /// All cores are busy with one.
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  private final Searching searching;
  private final Answering answering;
  private final Caller caller;

  public CompareEncodersResource(Searching searching, Answering answering, Caller caller) {
    this.searching = searching;
    this.answering = answering;
    this.caller = caller;
  }

  /// An answer.
  ///
  /// @param songs by how many it was compared
  /// @param encoders the one that ships with the program first
  public record Answer(int songs, List<Compared> encoders) {}

  /// What one encoder makes of the songs.
  ///
  /// @param mean cosine of random pairs, and its standard deviation: its scale, no merit
  /// @param sameArtist absent where too few songs have an artist in common; so is the next
  public record Compared(
      String model,
      double mean,
      double deviation,
      Optional<Told> sameArtist,
      Optional<Told> sameTag) {
    static Compared of(String model, Figures figures) {
      return new Compared(
          model,
          figures.mean(),
          figures.deviation(),
          figures.ofArtist().map(Told::of),
          figures.ofTag().map(Told::of));
    }
  }

  /// Pairs that should be near each other.
  ///
  /// @param pairs how many
  /// @param above by how much their mean cosine is above that of random pairs
  /// @param nearer how often one of them is nearer than a random pair: 0.5 is chance
  public record Told(int pairs, Interval above, Interval nearer) {
    static Told of(Separation separation) {
      return new Told(separation.pairs(), separation.above(), separation.nearer());
    }
  }

  /// The comparison.
  @GET
  public Answer compare() throws InterruptedException {
    List<CatalogueSong> songs = CompareEncoders.sample(searching.searched(caller).songs());
    if (songs.size() < FEWEST_SONGS) {
      throw RefusedException.conflict(
          "Encoders are compared by at least %d songs; you have %d."
              .formatted(FEWEST_SONGS, songs.size()));
    }
    if (!ONE_AT_A_TIME.tryAcquire()) {
      throw RefusedException.notNow("Another comparison is under way; ask again in a moment.");
    }
    try {
      Map<String, TextEncoder> encoders = answering.encoders(caller.user());
      return new Answer(
          songs.size(),
          CompareEncoders.compare(songs, encoders).entrySet().stream()
              .map(each -> Compared.of(each.getKey(), each.getValue()))
              .toList());
    } finally {
      ONE_AT_A_TIME.release();
    }
  }
}
