package io.chihiro.recommend.catalogue;

import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.SentenceEncoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The songs of one user's catalogue in memory, and no more of them than fit. Written by one
/// thread, read by any.
public final class SongCatalogue {
  private final Bounds bounds;
  private final Map<String, HeldSong> held = new HashMap<>();
  private final Map<String, CatalogueSong> songs = new ConcurrentHashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final AtomicInteger songsLeftOut = new AtomicInteger();
  private final Optional<String> pictures;
  private final LineRoom lines;
  private final LineRoom picturedLines;

  /// How much is held.
  ///
  /// @param songs further ones are not searched at all
  /// @param lines songs with further ones are not searched by line; as many again for pictures
  public record Bounds(int songs, int lines) {}

  /// An empty one that no picture finds.
  public SongCatalogue(Bounds bounds) {
    this(bounds, Optional.empty());
  }

  /// An empty one.
  ///
  /// @param pictures version of the encoder that pictures are looked for with, if there is one
  public SongCatalogue(Bounds bounds, Optional<String> pictures) {
    this.bounds = bounds;
    this.pictures = pictures;
    this.lines = new LineRoom(bounds.lines());
    this.picturedLines = new LineRoom(bounds.lines());
  }

  /// What a song is called, and what else is told of it; empty if it has gone.
  void describe(String song, Optional<SongDescribed> told) {
    change(song, there -> there.describe(told));
  }

  /// The words of a song; empty if they have gone.
  void keep(String song, Optional<LyricsKept> words) {
    change(song, there -> there.keep(words));
  }

  /// The vectors of a part of a song; empty if they have gone.
  ///
  /// @param rest of the key: part and version
  void embed(String song, String rest, Optional<SongEmbedded> vectors) {
    for (Part part : Part.values()) {
      if (rest.equals(part.word() + "/" + SentenceEncoder.VERSION_INT8)) {
        change(song, there -> there.embed(part, vectors));
      }
      if (pictures.map(version -> rest.equals(part.word() + "/" + version)).orElse(false)) {
        change(song, there -> there.embedForPictures(part, vectors));
      }
    }
  }

  private void change(String song, Consumer<HeldSong> change) {
    HeldSong there = held.get(song);
    if (there == null) {
      if (held.size() >= bounds.songs()) {
        leaveOut(song);
        return;
      }
      there = new HeldSong();
      held.put(song, there);
    }
    int before = there.lineCount();
    int picturedBefore = there.picturedLineCount();
    change.accept(there);
    if (!lines.holds(before, there.lineCount())) {
      there.leaveLines();
    }
    if (!picturedLines.holds(picturedBefore, there.picturedLineCount())) {
      there.leavePicturedLines();
    }
    show(song, there);
  }

  private void leaveOut(String song) {
    if (leftOut.add(song)) {
      songsLeftOut.incrementAndGet();
    }
  }

  private void show(String song, HeldSong there) {
    there.song().ifPresentOrElse(now -> songs.put(song, now), () -> songs.remove(song));
    if (there.isEmpty()) {
      held.remove(song);
    }
  }

  /// Every song that has a name.
  public Collection<CatalogueSong> songs() {
    return songs.values();
  }

  /// One of them.
  public Optional<CatalogueSong> find(String song) {
    return Optional.ofNullable(songs.get(song));
  }

  /// How many lines can be searched.
  public long lineCount() {
    return songs.values().stream().mapToLong(song -> song.lines().size()).sum();
  }

  /// Songs that did not fit.
  public int songsLeftOut() {
    return songsLeftOut.get();
  }

  /// Lines that did not fit.
  public int linesLeftOut() {
    return lines.leftOut();
  }

  /// Lines that did not fit for pictures.
  public int picturedLinesLeftOut() {
    return picturedLines.leftOut();
  }

  /// The song's id in what follows the user of a key.
  static String song(String key) {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
