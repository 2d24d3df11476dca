package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topics;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The playlists that were imported or that a live source told of.
@Path("/api/v1/plays/playlists")
@RunOnVirtualThread
public class PlaylistsResource {
  private final StoredRecords<PlaylistKept> lists;
  private final Caller caller;

  public PlaylistsResource(IngestSettings settings, Caller caller) {
    this.lists = new StoredRecords<>(settings.broker(), Topics.PLAYLISTS);
    this.caller = caller;
  }

  /// A playlist by its name.
  ///
  /// @param source `m3u`, `jspf`, `csv`, `last-fm-loved` or `spotify-api`
  /// @param mayTeach whether models learn from it without the owner's word
  public record ListView(String id, String name, String source, boolean mayTeach, int songs) {
    static ListView of(PlaylistKept list) {
      return new ListView(
          list.playlist(),
          list.name(),
          Hyphenated.of(list.source()),
          list.source().mayTeach(),
          list.entries().size());
    }
  }

  /// A song in a playlist.
  public record EntryView(String title, String artist, Optional<Instant> addedAt) {
    static EntryView of(PlaylistKept.Entry entry) {
      return new EntryView(entry.song().title(), entry.song().artist(), entry.addedAt());
    }
  }

  public record Lists(List<ListView> playlists) {}

  /// A playlist, whole.
  public record WholeList(ListView playlist, List<EntryView> entries) {}

  /// All of them, in the order in which they came.
  @GET
  public Lists all() {
    return new Lists(lists.latest(caller.user()).stream().map(ListView::of).toList());
  }

  /// One with its songs, in their order.
  @GET
  @Path("/{id}")
  public WholeList one(String id) {
    return lists.latest(caller.user()).stream()
        .filter(list -> list.playlist().equals(id))
        .findFirst()
        .map(
            list ->
                new WholeList(
                    ListView.of(list), list.entries().stream().map(EntryView::of).toList()))
        .orElseThrow(() -> RefusedException.notFound("There is no playlist " + id + "."));
  }
}
