package io.chihiro.recommend.catalogue;

import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.ByteVector;
import io.chihiro.models.index.CodeSource;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What has come of one song so far, in whatever order its records come. For one thread.
///
/// A vector counts only beside the text it was made from.
final class HeldSong {
  /// Its words, and their hash.
  record Lyrics(String hash, PackedText text) {}

  /// The vector of a title or of lyrics, and the hash of what it was made from.
  record Whole(String hash, ByteVector vector) {}

  /// The lines, and the hash of the words they were made from.
  record Lines(String hash, SongLines lines) {}

  private Optional<SongFacts> facts = Optional.empty();
  private Optional<Lyrics> lyrics = Optional.empty();
  private final Map<Part, Whole> wholes = new EnumMap<>(Part.class);
  private Optional<Lines> lines = Optional.empty();

  HeldSong() {}

  /// As it was kept.
  HeldSong(
      Optional<SongFacts> facts,
      Optional<Lyrics> lyrics,
      Map<Part, Whole> wholes,
      Optional<Lines> lines) {
    this.facts = facts;
    this.lyrics = lyrics;
    this.wholes.putAll(wholes);
    this.lines = lines;
  }

  /// As it is now, whatever comes of it later.
  HeldSong copy() {
    return new HeldSong(facts, lyrics, wholes, lines);
  }

  Optional<SongFacts> facts() {
    return facts;
  }

  Optional<Lyrics> lyrics() {
    return lyrics;
  }

  Optional<Whole> whole(Part part) {
    return Optional.ofNullable(wholes.get(part));
  }

  Optional<Lines> lines() {
    return lines;
  }

  void describe(Optional<SongFacts> told) {
    facts = told;
  }

  void keep(Optional<LyricsKept> words) {
    lyrics = words.map(kept -> new Lyrics(kept.sha256(), PackedText.of(kept.text())));
  }

  void embed(Part part, Optional<SongEmbedded> vectors) {
    switch (part) {
      case TITLE, LYRICS ->
          vectors
              .flatMap(HeldSong::whole)
              .ifPresentOrElse(whole -> wholes.put(part, whole), () -> wholes.remove(part));
      case LINES ->
          lines = vectors.map(made -> new Lines(made.textHash(), SongLines.of(made.lines())));
    }
  }

  private static Optional<Whole> whole(SongEmbedded made) {
    return made.whole().map(vector -> new Whole(made.textHash(), ByteVector.of(vector.toArray())));
  }

  /// Lets go of the lines: there are too many.
  void leaveLines() {
    lines = Optional.empty();
  }

  /// The hash of what a part's vectors were made from, if it has any.
  Optional<String> hash(Part part) {
    return switch (part) {
      case TITLE, LYRICS -> whole(part).map(Whole::hash);
      case LINES -> lines.map(Lines::hash);
    };
  }

  /// Hands over the vectors of its lines.
  void pourLines(CodeSource.Sink into) throws IOException {
    if (lines.isPresent()) {
      SongLines there = lines.get().lines();
      for (int place = 0; place < there.size(); place++) {
        into.add(there.vector(place));
      }
    }
  }

  /// Numbers in its vectors, if it has any.
  Optional<Integer> width() {
    return wholes.values().stream()
        .map(Whole::vector)
        .findFirst()
        .or(() -> lines.map(Lines::lines).filter(all -> all.size() > 0).map(all -> all.vector(0)))
        .map(ByteVector::dimension);
  }

  int lineCount() {
    return lines.map(there -> there.lines().size()).orElse(0);
  }

  boolean isEmpty() {
    return facts.isEmpty() && lyrics.isEmpty() && wholes.isEmpty() && lines.isEmpty();
  }

  /// The song as it can be searched now; empty as long as nobody has said what it is called.
  Optional<CatalogueSong> song() {
    return facts.map(
        told ->
            new CatalogueSong(
                told,
                vector(Part.TITLE, Optional.of(told.titleHash())),
                vector(Part.LYRICS, lyrics.map(Lyrics::hash)),
                current().map(Lines::lines).orElse(SongLines.NONE),
                lyrics.map(Lyrics::text)));
  }

  // A line counts only beside the words it was made from.
  private Optional<Lines> current() {
    return lines.filter(there -> isOf(there.hash(), lyrics.map(Lyrics::hash)));
  }

  private Optional<ByteVector> vector(Part part, Optional<String> hash) {
    return Optional.ofNullable(wholes.get(part))
        .filter(whole -> isOf(whole.hash(), hash))
        .map(Whole::vector);
  }

  private static boolean isOf(String made, Optional<String> hash) {
    return hash.filter(made::equals).isPresent();
  }
}
