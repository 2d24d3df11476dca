package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Topics;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.OwnersWord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Listens that several sources told, with the reason why they are taken for one; each can be held
/// apart.
@Path("/api/v1/plays/doubles")
@RunOnVirtualThread
public class DoublesResource {
  private final ListeningView view;
  private final SayWord words;
  private final Caller caller;

  public DoublesResource(ListeningView view, SayWord words, Caller caller) {
    this.view = view;
    this.words = words;
    this.caller = caller;
  }

  public record DoubleList(List<HeardView> listens) {}

  /// The listens of some local days that were told more than once.
  @GET
  public DoubleList doubles(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    Days days = Days.of(from, to);
    OwnersWord word = view.word(caller.user());
    return new DoubleList(
        view.listens(caller.user(), word, days.first(), days.last()).stream()
            .filter(listen -> !listen.doubles().isEmpty())
            .map(listen -> HeardView.of(listen, word))
            .toList());
  }

  /// A play is a listen of its own, whatever others tell: undoes that it was taken for a double.
  @PUT
  @Path("/{play}/apart")
  public void holdApart(String play) throws InterruptedException {
    say(play, true);
  }

  /// A play may be taken for a double again.
  @DELETE
  @Path("/{play}/apart")
  public void letGo(String play) throws InterruptedException {
    say(play, false);
  }

  private void say(String play, boolean apart) throws InterruptedException {
    HeardPlay told =
        view.find(caller.user(), play)
            .orElseThrow(() -> RefusedException.notFound("There is no play with this id."));
    PlayCorrected before =
        view.correction(caller.user(), play).orElseGet(() -> told.uncorrected(caller.user()));
    PlayCorrected word =
        new PlayCorrected(
            caller.user(),
            play,
            told.endedAt(),
            before.deleted(),
            before.secret(),
            apart,
            before.song(),
            before.endedAt(),
            before.msPlayed());
    words.say(Topics.PLAY_CORRECTIONS, word.key(), word);
  }
}
