package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.DeadLetters.Letter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What could not be taken in: why, and what shall become of it. Never what it says.
@Path("/api/v1/rejected")
@RunOnVirtualThread
public class RejectedResource {
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final DeadLetterDesk desk;
  private final Caller caller;

  public RejectedResource(DeadLetterDesk desk, Caller caller) {
    this.desk = desk;
    this.caller = caller;
  }

  /// One that waits for somebody.
  ///
  /// @param service who put it aside
  /// @param topic where it came from: a topic, `bucket` for a file that lies there, `upload` for
  ///     one that was sent and not kept
  /// @param key its key, or the file's place or name
  /// @param bytes how large the record is; 0 for a file
  public record RejectedView(
      String id,
      String service,
      String topic,
      String key,
      String reason,
      Instant rejectedAt,
      long bytes) {
    static RejectedView of(Letter letter) {
      return new RejectedView(
          letter.id().toString(),
          letter.id().service(),
          letter.from(),
          letter.key(),
          letter.reason(),
          letter.at(),
          letter.bytes());
    }
  }

  /// Some of them.
  ///
  /// @param total how many there are
  public record RejectedList(int total, List<RejectedView> rejected) {}

  /// What became of it.
  public record Replayed(String id, String outcome) {}

  /// One that stays where it is.
  public record Left(String id, String problem) {}

  /// What became of all of them.
  public record AllReplayed(int replayed, List<Left> left) {}

  /// What waits, the newest first.
  ///
  /// @param offset how many to pass over
  /// @param limit how many to tell, 50 if absent
  @GET
  public RejectedList all(@RestQuery @Nullable String offset, @RestQuery @Nullable String limit) {
    int first = number("offset", offset, 0, 0, Integer.MAX_VALUE);
    int most = number("limit", limit, USUAL, 1, MOST);
    List<Letter> letters = desk.of(caller.user());
    return new RejectedList(
        letters.size(), letters.stream().skip(first).limit(most).map(RejectedView::of).toList());
  }

  /// Puts one back to where it came from. Rejected again, it is listed again under another id.
  @POST
  @Path("/{id}/replay")
  public Replayed replay(@RestPath String id) throws InterruptedException {
    String user = caller.user();
    List<Letter> all = desk.of(user);
    Map<String, String> left = desk.replay(user, all, List.of(DeadLetterDesk.one(all, id)));
    if (left.containsKey(id)) {
      throw RefusedException.conflict(String.valueOf(left.get(id)));
    }
    return new Replayed(id, "replayed");
  }

  /// Puts back everything that waits now.
  @POST
  @Path("/replay-all")
  public AllReplayed replayAll() throws InterruptedException {
    List<Letter> all = desk.of(caller.user());
    Map<String, String> left = desk.replay(caller.user(), all, all);
    return new AllReplayed(
        all.size() - left.size(),
        left.entrySet().stream().map(each -> new Left(each.getKey(), each.getValue())).toList());
  }

  /// Puts one away: it is listed and counted no more.
  @DELETE
  @Path("/{id}")
  public void putAway(@RestPath String id) {
    String user = caller.user();
    desk.putAway(user, DeadLetterDesk.one(desk.of(user), id));
  }

  private static int number(
      String name, @Nullable String text, int otherwise, int least, int most) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // The sentence below says it all.
    }
    throw RefusedException.wrongCall(
        "\"%s\" must be a whole number from %,d to %,d.".formatted(name, least, most));
  }
}
