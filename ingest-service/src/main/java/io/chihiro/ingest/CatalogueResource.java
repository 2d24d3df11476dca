package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Keys;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topics;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The catalogue of songs with the ids and spellings of every source, and what its owner merged and
/// split by hand.
@Path("/api/v1/plays/songs")
@RunOnVirtualThread
public class CatalogueResource {
  private static final int MOST = 200;

  private final ListeningView view;
  private final SayWord words;
  private final Caller caller;

  public CatalogueResource(ListeningView view, SayWord words, Caller caller) {
    this.view = view;
    this.words = words;
    this.caller = caller;
  }

  /// A song of the catalogue.
  ///
  /// @param listed whether an imported catalogue holds it
  /// @param lyrics whether its words are known; they are not shown
  public record SongView(
      String id,
      String title,
      String artist,
      List<Song> spellings,
      List<String> albums,
      Map<String, List<String>> ids,
      Optional<Integer> year,
      List<String> tags,
      Optional<String> language,
      Map<String, Double> audio,
      boolean listed,
      boolean lyrics) {
    static SongView of(SongDescribed song) {
      return new SongView(
          song.song(),
          song.named().title(),
          song.named().artist(),
          song.spellings(),
          song.albums(),
          song.ids(),
          song.year(),
          song.tags(),
          song.language(),
          song.audio(),
          song.listed(),
          song.lyrics().isPresent());
    }
  }

  public record SongList(List<SongView> songs) {}

  /// Which spelling or song is called how.
  public record AliasList(Map<String, Song> aliases) {}

  /// The song that another one is in truth.
  public record Into(String song) {}

  /// The first songs whose title or artist holds `q`.
  @GET
  public SongList songs(@RestQuery @Nullable String q) {
    String part = q == null ? "" : q.toLowerCase(Locale.ROOT).strip();
    return new SongList(
        view
            .songs(
                caller.user(),
                song -> song.named().display().toLowerCase(Locale.ROOT).contains(part),
                MOST)
            .stream()
            .map(SongView::of)
            .toList());
  }

  @GET
  @Path("/aliases")
  public AliasList aliases() {
    return new AliasList(view.aliases(caller.user()));
  }

  /// Merges a song into another one: its plays count there.
  @PUT
  @Path("/{song}/merge")
  public void merge(String song, Into into) throws InterruptedException {
    SongDescribed merged = known(song);
    SongDescribed target = known(into.song());
    if (merged.song().equals(target.song())) {
      throw RefusedException.wrongCall("A song cannot be merged into itself.");
    }
    say(new SongAliased(caller.user(), merged.song(), target.named()));
  }

  /// Splits a spelling off: it is a song of its own, exactly as it is spelled.
  @PUT
  @Path("/{song}/split")
  public void split(String song, Song spelled) throws InterruptedException {
    if (!known(song).spellings().contains(spelled)) {
      throw RefusedException.notFound("This song is not spelled so anywhere.");
    }
    say(new SongAliased(caller.user(), spelled.identity(), spelled));
  }

  /// Takes a merge or a split back.
  @DELETE
  @Path("/aliases")
  public void forget(@RestQuery @Nullable String alias) throws InterruptedException {
    if (alias == null || !view.aliases(caller.user()).containsKey(alias)) {
      throw RefusedException.notFound("There is no such merge or split.");
    }
    words.unsay(Topics.SONG_ALIASES, Keys.of(caller.user(), alias));
  }

  private void say(SongAliased word) throws InterruptedException {
    words.say(Topics.SONG_ALIASES, word.key(), word);
  }

  private SongDescribed known(String song) {
    return view.song(caller.user(), song)
        .orElseThrow(() -> RefusedException.notFound("There is no song with this id."));
  }
}
