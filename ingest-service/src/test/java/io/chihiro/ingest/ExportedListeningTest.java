package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.events.Keys;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import io.chihiro.ingest.history.ExportedListening;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What goes out comes back as it was, whoever had told it.
class ExportedListeningTest extends ImportedHistory {
  private static final Song SONG = new Song("Salt \"Water\"", "The Harbour Lights");
  private static final Instant END = Instant.parse("2024-03-05T21:14:08.250Z");

  @Test
  void aPlayComesBackWithAllThatItsSourceTold() throws Exception {
    TrackPlayed skipped = play("1709673248-9000-0123456789abcdef", Source.SPOTIFY_API, true);
    TrackPlayed told = play("1709673248-9000-0123456789abcdef-last_fm", Source.LAST_FM, false);

    PlayImport ended =
        run("plays.jsonl", ExportedListening.play(skipped) + "\n" + ExportedListening.play(told));

    assertEquals(2, ended.account().stored());
    assertEquals(
        Map.of(skipped.key(), skipped, told.key(), told), Map.copyOf(events.all(Topics.PLAYS)));
    assertFalse(ExportedListening.play(skipped).contains("owner"), "whose it is, is not written");
  }

  @Test
  void whatTheOwnerSaidComesBack() throws Exception {
    ListeningRules rules =
        new ListeningRules(
            "owner",
            Optional.of("Europe/Lisbon,2025-03-01:Asia/Tokyo"),
            Optional.of(LocalTime.of(4, 30)),
            Optional.of(true),
            Optional.of(20),
            Optional.empty(),
            Optional.empty(),
            Optional.of(2),
            Optional.empty());
    PlayCorrected correction =
        new PlayCorrected(
            "owner",
            "1-2-3",
            END,
            true,
            false,
            true,
            Optional.of(SONG),
            Optional.empty(),
            Optional.of(7L));
    SongAliased alias = new SongAliased("owner", "salt water\u001fharbour lights", SONG);

    PlayImport ended =
        run(
            "listening.jsonl",
            String.join(
                "\n",
                ExportedListening.said(rules),
                ExportedListening.said(correction),
                ExportedListening.said(alias),
                "{\"chihiro\":\"rules\",\"playsPerDay\":-1}",
                "{\"chihiro\":\"tomorrow\"}"));

    assertEquals(3, ended.account().stored());
    assertEquals(Map.of("broken row", 2L), ended.account().dropped());
    assertEquals(Optional.of(rules), events.get(Topics.LISTENING_RULES, rules.key()));
    assertEquals(Optional.of(correction), events.get(Topics.PLAY_CORRECTIONS, correction.key()));
    assertEquals(Optional.of(alias), events.get(Topics.SONG_ALIASES, alias.key()));
  }

  @Test
  void anOldExportDoesNotUndoWhatTheOwnerHasSaidSince() throws Exception {
    SongAliased old = new SongAliased("owner", "salt water", SONG);
    SongAliased since = new SongAliased("owner", "salt water", new Song("Salt", "Harbour"));
    events.write(Topics.SONG_ALIASES, since.key(), since);
    knownBefore.add(Keys.rest(since.key()));
    SongAliased other = new SongAliased("owner", "sweet water", SONG);

    PlayImport ended =
        run("listening.jsonl", ExportedListening.said(old) + "\n" + ExportedListening.said(other));

    assertEquals(1, ended.account().stored());
    assertEquals(Map.of("known already", 1L), ended.account().dropped());
    assertEquals(Optional.of(since), events.get(Topics.SONG_ALIASES, since.key()));
    assertEquals(Optional.of(other), events.get(Topics.SONG_ALIASES, other.key()));
  }

  @Test
  void aPlaylistOfALiveSourceDoesNotBecomeOneThatMayTeach() throws Exception {
    var entry = new PlaylistKept.Entry(SONG, Optional.of("spotify:track:4uLU"), Optional.empty());
    var list =
        new PlaylistKept(
            "owner", "spotify-1", "Late", PlaylistKept.Source.SPOTIFY_API, List.of(entry));

    var _ = run("001.jspf", ExportedListening.playlist(list));

    PlaylistKept kept = events.all(Topics.PLAYLISTS).values().iterator().next();
    assertEquals("Late", kept.name());
    assertEquals(PlaylistKept.Source.SPOTIFY_API, kept.source());
    assertEquals(List.of(entry), kept.entries());
  }

  private static TrackPlayed play(String id, Source source, boolean skipped) {
    return new TrackPlayed(
        "owner",
        id,
        SONG,
        Optional.of("Tides"),
        Optional.of("spotify:track:4uLU6hMCjMI75M1A2tKUQC"),
        END,
        9_000,
        Optional.of("clickrow"),
        Optional.of("fwdbtn"),
        skipped,
        Optional.of("PT"),
        source,
        Optional.of(Stamp.START_TO_THE_MINUTE),
        Map.of("isrc", "GB1", "mbid", "m"));
  }
}
