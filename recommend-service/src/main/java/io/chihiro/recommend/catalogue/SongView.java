package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.LineRanking.FoundLine;
import io.chihiro.recommend.catalogue.VibeRanking.Found;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The songs of a catalogue that may be met, as they are at one moment: those in an index on disk,
/// and those that came or changed since. Immutable, thread-safe.
public final class SongView {
  /// Candidates for each answer. An index by a graph misses some, and a title that says exactly
  /// what was typed makes room.
  private static final int CANDIDATES_EACH = 4;

  private static final int LEAST_CANDIDATES = 100;

  private final Optional<StoredCatalogue> base;
  private final BitSet stored;
  private final List<CatalogueSong> fresh;

  /// @param stored which songs of the index may be met
  SongView(Optional<StoredCatalogue> base, BitSet stored, List<CatalogueSong> fresh) {
    this.base = base;
    this.stored = stored;
    this.fresh = List.copyOf(fresh);
  }

  /// Those of them that pass.
  public SongView only(Predicate<CatalogueSong> filter) {
    if (filter.equals(SongFilter.NONE)) {
      return this;
    }
    return new SongView(base, chosen(filter), fresh.stream().filter(filter).toList());
  }

  private BitSet chosen(Predicate<CatalogueSong> filter) {
    BitSet left = (BitSet) stored.clone();
    base.map(
            index ->
                filter instanceof SongFilter asked ? index.passing(asked) : index.chosen(filter))
        .ifPresent(left::and);
    return left;
  }

  /// All but those that go by one of these names.
  SongView without(Set<String> forbidden) {
    if (forbidden.isEmpty()) {
      return this;
    }
    BitSet left = (BitSet) stored.clone();
    base.map(index -> index.among(forbidden)).ifPresent(left::andNot);
    return new SongView(
        base, left, fresh.stream().filter(song -> !song.facts().isAmong(forbidden)).toList());
  }

  /// How many there are.
  public int size() {
    return stored.cardinality() + fresh.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /// How many of their lines can be compared.
  public long lineCount() {
    long lines = fresh.stream().mapToLong(song -> song.lines().size()).sum();
    return base.map(index -> stored.stream().mapToLong(index.table()::searchedLines).sum())
            .orElse(0L)
        + lines;
  }

  /// How many of their lines and titles pictures can be compared with.
  public long picturedLineCount() {
    long lines = fresh.stream().mapToLong(CatalogueSong::picturedLines).sum();
    return base.map(
                index ->
                    stored.stream()
                        .mapToLong(song -> index.table().pictured().searched(song))
                        .sum())
            .orElse(0L)
        + lines;
  }

  /// The ids of all of them.
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    fresh.forEach(song -> ids.add(song.id()));
    base.ifPresent(index -> stored.stream().mapToObj(index::id).forEach(ids::add));
    return ids;
  }

  /// One of them, whole.
  public Optional<CatalogueSong> find(String id) {
    Optional<CatalogueSong> now = fresh.stream().filter(song -> song.id().equals(id)).findFirst();
    return now.isPresent() ? now : base.flatMap(index -> find(index, id));
  }

  private Optional<CatalogueSong> find(StoredCatalogue index, String id) {
    int song = index.find(id);
    return song >= 0 && stored.get(song) ? index.held(song).song() : Optional.empty();
  }

  /// All of them, each read from the index as it is asked for, and there without its lines.
  public List<CatalogueSong> songs() {
    return base.<List<CatalogueSong>>map(
            index -> new Songs(index, stored.stream().toArray(), fresh))
        .orElse(fresh);
  }

  /// Ranks them by how well they fit a vibe.
  ///
  /// @param typed the vibe in words
  /// @param vibe its vector
  public Found byVibe(String typed, ByteVector vibe, int limit) {
    List<CatalogueSong> candidates = new ArrayList<>(fresh);
    int more = 0;
    int all = 0;
    if (base.isPresent()) {
      StoredCatalogue index = base.get();
      Set<Integer> near = near(index, typed, vibe, limit);
      for (int song : near) {
        index.placed(song).song().ifPresent(candidates::add);
      }
      more = (int) near.stream().filter(song -> index.table().hasWhole(song)).count();
      all = index.table().wholes(stored).cardinality();
    }
    Found found = VibeRanking.rank(candidates, typed, vibe, limit);
    return new Found(found.songs(), found.titles(), found.searched() - more + all);
  }

  private Set<Integer> near(StoredCatalogue index, String typed, ByteVector vibe, int limit) {
    Set<Integer> near = new HashSet<>();
    index.called(typed).stream().filter(stored::get).forEach(near::add);
    int most = Math.max(LEAST_CANDIDATES, CANDIDATES_EACH * limit) + near.size();
    near.addAll(index.nearestSongs(vibe, most, stored));
    return near;
  }

  /// Ranks those of them that have one of the nearest lines.
  public List<LineRanking.Hit> byLine(ByteVector line, Score score, int limit) {
    List<FoundLine> near = base.map(index -> nearLines(index, line)).orElse(List.of());
    return LineRanking.rank(fresh, near, line, score, limit);
  }

  private List<FoundLine> nearLines(StoredCatalogue index, ByteVector line) {
    List<FoundLine> nearest = new ArrayList<>();
    Map<Integer, Optional<CatalogueSong>> songs = new HashMap<>();
    for (int number : index.nearestLines(line, LineRanking.NEAREST, stored)) {
      int song = index.table().songOfLine(number);
      int place = number - index.table().firstLine(song);
      float similarity = index.similarity(number, line);
      songs
          .computeIfAbsent(song, each -> index.placed(each).song())
          .map(found -> new FoundLine(found, place, similarity))
          .ifPresent(nearest::add);
    }
    return nearest;
  }

  /// Ranks those of them that have one of the lines or titles that are nearest to a picture.
  ///
  /// @param fullFrom from which cosine on a line counts in full
  public List<LineRanking.Hit> byPicture(
      ByteVector picture, double fullFrom, Score score, int limit) {
    List<FoundLine> near = base.map(index -> nearPictured(index, picture)).orElse(List.of());
    return LineRanking.rankForPicture(fresh, near, picture, fullFrom, score, limit);
  }

  private List<FoundLine> nearPictured(StoredCatalogue index, ByteVector picture) {
    List<FoundLine> nearest = new ArrayList<>();
    Map<Integer, Optional<CatalogueSong>> songs = new HashMap<>();
    PicturedTable table = index.table().pictured();
    for (int number : index.nearestPictured(picture, LineRanking.NEAREST, stored)) {
      int song = table.songOf(number);
      float similarity = index.picturedSimilarity(number, picture);
      songs
          .computeIfAbsent(song, each -> index.placed(each).song())
          .map(found -> new FoundLine(found, place(table, song, number, found), similarity))
          .ifPresent(nearest::add);
    }
    return nearest;
  }

  // Lines of other words than those of now lie before the title, and are none.
  private static int place(PicturedTable table, int song, int number, CatalogueSong found) {
    return table.isTitle(song, number)
        ? found.pictured().lines().size()
        : number - table.first(song);
  }

  /// Songs of which those of an index are read anew whenever they are asked for.
  private static final class Songs extends AbstractList<CatalogueSong> {
    private final StoredCatalogue index;
    private final int[] stored;
    private final List<CatalogueSong> fresh;

    private Songs(StoredCatalogue index, int[] stored, List<CatalogueSong> fresh) {
      this.index = index;
      this.stored = stored;
      this.fresh = fresh;
    }

    @Override
    public CatalogueSong get(int place) {
      return place < stored.length
          ? index.placed(stored[place]).song().orElseThrow()
          : fresh.get(place - stored.length);
    }

    @Override
    public int size() {
      return stored.length + fresh.size();
    }
  }
}
