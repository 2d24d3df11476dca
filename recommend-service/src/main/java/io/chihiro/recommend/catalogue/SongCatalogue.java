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
  private volatile Optional<String> pictures;
  private Set<String> changed = new HashSet<>();
  private Room room = () -> {};
  private boolean left;
  private volatile ShownSongs shown = ShownSongs.on(Optional.empty());

  /// How much is held in memory.
  ///
  /// @param songs further ones are not searched at all unless an index takes these
  /// @param lines songs with further ones are then not searched by line; as many again for pictures
  public record Bounds(int songs, int lines) {}

  /// What is to become an index, as it was at one moment.
  ///
  /// @param left whether something has gone that the index before it still holds
  record Frozen(MergedSongs songs, boolean left) {}

  /// Lays what lies in memory on disk, if it can.
  interface Room {
    void make();
  }

  /// An empty one that has no more room than that, and that no picture finds.
  public SongCatalogue(Bounds bounds) {
    this(bounds, Optional.empty());
  }

  /// An empty one that has no more room than that.
  ///
  /// @param pictures version of the encoder that pictures are looked for with, if there is one
  public SongCatalogue(Bounds bounds, Optional<String> pictures) {
    this.held = new HeldSongs(bounds);
    this.pictures = pictures;
  }

  /// Has room made from now on, before something does not fit.
  void roomBy(Room made) {
    room = made;
  }

  /// Version of the encoder that pictures are looked for with, if there is one.
  Optional<String> pictures() {
    return pictures;
  }

  /// Takes in what pictures find as well. It has taken in nothing yet.
  ///
  /// @param version of the encoder that pictures are looked for with
  void findByPictures(String version) {
    pictures = Optional.of(version);
  }

  /// What a song is called, and what else is told of it; empty if it has gone.
  void describe(String song, Optional<SongDescribed> told) {
    Optional<SongFacts> facts = told.map(SongFacts::of);
    if (!says(song, index -> index.facts().equals(facts))) {
      change(song, LineCounts.NONE, there -> there.describe(facts));
      noteGone(facts.isEmpty());
    }
  }

  /// The words of a song; empty if they have gone.
  void keep(String song, Optional<LyricsKept> words) {
    Optional<String> hash = words.map(LyricsKept::sha256);
    if (!says(song, index -> index.lyrics().map(HeldSong.Lyrics::hash).equals(hash))) {
      change(song, LineCounts.NONE, there -> there.keep(words));
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
      if (pictures.map(version -> rest.equals(part.word() + "/" + version)).orElse(false)) {
        embedForPictures(song, part, vectors);
      }
    }
  }

  private void embed(String song, Part part, Optional<SongEmbedded> vectors) {
    // Of one version, the same text has the same vectors.
    Optional<String> hash = vectors.map(SongEmbedded::textHash);
    if (!says(song, index -> index.hash(part).equals(hash))) {
      int more = vectors.map(made -> made.lines().size()).orElse(0);
      change(song, new LineCounts(more, 0), there -> there.embed(part, vectors));
    }
  }

  private void embedForPictures(String song, Part part, Optional<SongEmbedded> vectors) {
    Optional<String> hash = vectors.map(SongEmbedded::textHash);
    // No encoder of pictures reads a song as a whole.
    if (part != Part.LYRICS && !says(song, index -> index.picturedHash(part).equals(hash))) {
      int more = vectors.map(made -> made.lines().size()).orElse(0);
      change(song, new LineCounts(0, more), there -> there.embedForPictures(part, vectors));
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
  private void change(String song, LineCounts more, Consumer<HeldSong> change) {
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
    LineCounts before = known.map(LineCounts::of).orElse(LineCounts.NONE);
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
  private synchronized boolean fits(String song, LineCounts more) {
    if (held.find(song).isPresent()) {
      return held.fits(more);
    }
    int number = shown.untouched(song);
    LineCounts stored =
        number < 0
            ? LineCounts.NONE
            : shown.base().map(index -> index.lineCounts(number)).orElse(LineCounts.NONE);
    return held.fitsOne() && held.fits(stored.orMore(more));
  }

  /// Whether all that came was taken in.
  boolean isComplete() {
    return held.songsLeftOut() == 0 && held.linesLeftOut() == 0 && held.picturedLinesLeftOut() == 0;
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

  /// How many lines and titles pictures can be compared with.
  public long picturedLineCount() {
    return view().picturedLineCount();
  }

  /// Songs that did not fit.
  public int songsLeftOut() {
    return held.songsLeftOut();
  }

  /// Lines that did not fit.
  public int linesLeftOut() {
    return held.linesLeftOut();
  }

  /// Lines that did not fit for pictures.
  public int picturedLinesLeftOut() {
    return held.picturedLinesLeftOut();
  }

  /// The song's id in what follows the user of a key.
  static String song(String key) {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
