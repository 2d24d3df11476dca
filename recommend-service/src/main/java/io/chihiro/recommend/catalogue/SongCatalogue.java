package io.chihiro.recommend.catalogue;

import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.SentenceEncoder;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The songs of one user's catalogue: an index on disk, if there is one, and in memory whatever
/// came or changed since it was made, as far as it fits. Written by one thread, read by any.
///
/// A song that something is told of is taken out of the index and lies in memory from then on, so
/// that each song is in one of the two.
public final class SongCatalogue {
  private final HeldSongs held;
  private Set<String> changed = new HashSet<>();
  private Room room = () -> {};
  private boolean left;
  private volatile ShownSongs shown = ShownSongs.on(Optional.empty());

  /// How much is held in memory.
  ///
  /// @param songs further ones are not searched at all unless an index takes these
  /// @param lines songs with further ones are then not searched by line
  public record Bounds(int songs, int lines) {}

  /// What is to become an index, as it was at one moment.
  ///
  /// @param left whether something has gone that the index before it still holds
  record Frozen(MergedSongs songs, boolean left) {}

  /// Lays what lies in memory on disk, if it can.
  interface Room {
    void make();
  }

  /// An empty one that has no more room than that.
  public SongCatalogue(Bounds bounds) {
    this.held = new HeldSongs(bounds);
  }

  /// Has room made from now on, before something does not fit.
  void roomBy(Room made) {
    room = made;
  }

  /// What a song is called, and what else is told of it; empty if it has gone.
  void describe(String song, Optional<SongDescribed> told) {
    Optional<SongFacts> facts = told.map(SongFacts::of);
    if (!says(song, index -> index.facts().equals(facts))) {
      change(song, 0, there -> there.describe(facts));
      noteGone(facts.isEmpty());
    }
  }

  /// The words of a song; empty if they have gone.
  void keep(String song, Optional<LyricsKept> words) {
    Optional<String> hash = words.map(LyricsKept::sha256);
    if (!says(song, index -> index.lyrics().map(HeldSong.Lyrics::hash).equals(hash))) {
      change(song, 0, there -> there.keep(words));
      noteGone(words.isEmpty());
    }
  }

  /// The vectors of a part of a song; empty if they have gone.
  ///
  /// @param rest of the key: part and version
  void embed(String song, String rest, Optional<SongEmbedded> vectors) {
    for (Part part : Part.values()) {
      if (rest.equals(part.word() + "/" + SentenceEncoder.VERSION_INT8)) {
        embed(song, part, vectors);
      }
    }
  }

  private void embed(String song, Part part, Optional<SongEmbedded> vectors) {
    // Of one version, the same text has the same vectors.
    Optional<String> hash = vectors.map(SongEmbedded::textHash);
    if (!says(song, index -> index.hash(part).equals(hash))) {
      int more = vectors.map(made -> made.lines().size()).orElse(0);
      change(song, more, there -> there.embed(part, vectors));
    }
  }

  private interface Saying {
    boolean holds(HeldSong stored);
  }

  /// Whether the index says so already, and nothing else was told since.
  private boolean says(String song, Saying saying) {
    ShownSongs now = shown;
    int number = now.untouched(song);
    return number >= 0 && saying.holds(now.base().orElseThrow().placed(number));
  }

  private synchronized void noteGone(boolean gone) {
    left |= gone && shown.base().isPresent();
  }

  // Whoever makes room may take long: nobody waits for it who searches.
  private void change(String song, int more, Consumer<HeldSong> change) {
    if (!fits(song, more)) {
      room.make();
    }
    change(song, change);
  }

  private synchronized void change(String song, Consumer<HeldSong> change) {
    Optional<HeldSong> known = held.find(song);
    if (known.isEmpty() && !held.fitsOne()) {
      held.leaveOut(song);
      return;
    }
    HeldSong there = known.orElseGet(() -> taken(song));
    int before = known.map(HeldSong::lineCount).orElse(0);
    change.accept(there);
    changed.add(song);
    held.put(song, there, before);
    Map<String, CatalogueSong> songs = shown.songs();
    there.song().ifPresentOrElse(now -> songs.put(song, now), () -> songs.remove(song));
  }

  private HeldSong taken(String song) {
    ShownSongs now = shown;
    int number = now.untouched(song);
    if (number < 0) {
      return new HeldSong();
    }
    HeldSong taken = now.base().orElseThrow().held(number);
    now.taken().add(number);
    return taken;
  }

  /// How many songs lie in memory.
  synchronized int heldCount() {
    return held.count();
  }

  /// Whether anything is known that the index does not say.
  synchronized boolean differs() {
    return held.count() > 0 || !shown.taken().isEmpty();
  }

  /// Whether the index holds something that has gone.
  synchronized boolean hasLeft() {
    return left;
  }

  /// Whether something more of a song fits into memory.
  ///
  /// @param more lines that it brings
  private synchronized boolean fits(String song, int more) {
    if (held.find(song).isPresent()) {
      return held.fits(more);
    }
    int number = shown.untouched(song);
    int stored = number < 0 ? 0 : shown.base().map(index -> index.lineCount(number)).orElse(0);
    return held.fitsOne() && held.fits(Math.max(more, stored));
  }

  /// Whether all that came was taken in.
  boolean isComplete() {
    return held.songsLeftOut() == 0 && held.linesLeftOut() == 0;
  }

  /// The index, if there is one.
  Optional<StoredCatalogue> base() {
    return shown.base();
  }

  /// All of it as it is now; what changes from here on is remembered until [#standOn].
  synchronized Frozen freeze() {
    MergedSongs songs = new MergedSongs(shown.base(), shown.untouched(), held.copies());
    Frozen frozen = new Frozen(songs, left);
    changed = new HashSet<>();
    left = false;
    return frozen;
  }

  /// The index could not be made of it.
  synchronized void thaw(Frozen frozen) {
    left |= frozen.left();
  }

  /// Stands on an index from now on; of what lies in memory only that stays which has changed since
  /// it was frozen. A search under way ends with what it began with.
  synchronized void standOn(StoredCatalogue index) {
    ShownSongs next = ShownSongs.on(Optional.of(index));
    held.keepOnly(changed);
    for (String song : changed) {
      int number = index.find(song);
      if (number >= 0) {
        next.taken().add(number);
      }
    }
    held.all().forEach((song, there) -> there.song().ifPresent(now -> next.songs().put(song, now)));
    shown = next;
  }

  /// Lets go of songs of the index that nobody tells of any more.
  ///
  /// @param described numbers of those that somebody does tell of
  /// @param sung numbers of those whose words somebody tells
  synchronized void leaveUntold(BitSet described, BitSet sung) {
    ShownSongs now = shown;
    int count = now.base().map(StoredCatalogue::count).orElse(0);
    for (int song = described.nextClearBit(0);
        song < count;
        song = described.nextClearBit(song + 1)) {
      if (now.taken().add(song)) {
        left = true;
        changed.add(now.base().orElseThrow().id(song));
      }
    }
    for (int song = sung.nextClearBit(0); song < count; song = sung.nextClearBit(song + 1)) {
      if (!now.taken().contains(song)) {
        leaveWords(now.base().orElseThrow(), song);
      }
    }
  }

  private void leaveWords(StoredCatalogue index, int song) {
    if (index.placed(song).lyrics().isPresent()) {
      change(index.id(song), there -> there.keep(Optional.empty()));
      left = true;
    }
  }

  /// Every song that has a name, as they are now.
  public synchronized SongView view() {
    return shown.view();
  }

  /// The same, but for those that go by one of these names.
  public SongView view(Set<String> forbidden) {
    return view().without(forbidden);
  }

  /// Every song that has a name.
  public Collection<CatalogueSong> songs() {
    return view().songs();
  }

  /// One of them.
  public Optional<CatalogueSong> find(String song) {
    return view().find(song);
  }

  /// How many lines can be searched.
  public long lineCount() {
    return view().lineCount();
  }

  /// Songs that did not fit.
  public int songsLeftOut() {
    return held.songsLeftOut();
  }

  /// Lines that did not fit.
  public int linesLeftOut() {
    return held.linesLeftOut();
  }

  /// The song's id in what follows the user of a key.
  static String song(String key) {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
