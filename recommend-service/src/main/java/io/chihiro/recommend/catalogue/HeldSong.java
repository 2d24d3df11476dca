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
  private Optional<Whole> picturedTitle = Optional.empty();
  private Optional<Lines> picturedLines = Optional.empty();

  HeldSong() {}

  /// As it was kept.
  HeldSong(
      Optional<SongFacts> facts,
      Optional<Lyrics> lyrics,
      Map<Part, Whole> wholes,
      Optional<Lines> lines,
      Optional<Whole> picturedTitle,
      Optional<Lines> picturedLines) {
    this.facts = facts;
    this.lyrics = lyrics;
    this.wholes.putAll(wholes);
    this.lines = lines;
    this.picturedTitle = picturedTitle;
    this.picturedLines = picturedLines;
  }

  /// As it is now, whatever comes of it later.
  HeldSong copy() {
    return new HeldSong(facts, lyrics, wholes, lines, picturedTitle, picturedLines);
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

  /// The title as pictures find it.
  Optional<Whole> picturedTitle() {
    return picturedTitle;
  }

  /// The lines as pictures find them.
  Optional<Lines> picturedLines() {
    return picturedLines;
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

  /// The same, made by the encoder that pictures are looked for with.
  void embedForPictures(Part part, Optional<SongEmbedded> vectors) {
    switch (part) {
      case TITLE -> picturedTitle = vectors.flatMap(HeldSong::whole);
      case LINES ->
          picturedLines =
              vectors.map(made -> new Lines(made.textHash(), SongLines.of(made.lines())));
      case LYRICS -> {
        // No encoder of pictures reads a song as a whole.
      }
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

  /// The same of the vectors that pictures are compared with.
  Optional<String> picturedHash(Part part) {
    return switch (part) {
      case TITLE -> picturedTitle.map(Whole::hash);
      case LINES -> picturedLines.map(Lines::hash);
      case LYRICS -> Optional.empty();
    };
  }

  /// Hands over the vectors of its lines.
  void pourLines(CodeSource.Sink into) throws IOException {
    pour(lines, into);
  }

  /// Hands over the vectors that pictures are compared with, the title's last.
  void pourPictured(CodeSource.Sink into) throws IOException {
    pour(picturedLines, into);
    if (picturedTitle.isPresent()) {
      into.add(picturedTitle.get().vector());
    }
  }

  private static void pour(Optional<Lines> lines, CodeSource.Sink into) throws IOException {
    if (lines.isPresent()) {
      SongLines there = lines.get().lines();
      for (int place = 0; place < there.size(); place++) {
        into.add(there.vector(place));
      }
    }
  }

  /// Numbers in its vectors, if it has any.
  Optional<Integer> width() {
    return width(wholes.values().stream().findFirst(), lines);
  }

  /// Numbers in those that pictures are compared with, if it has any.
  Optional<Integer> picturedWidth() {
    return width(picturedTitle, picturedLines);
  }

  private static Optional<Integer> width(Optional<Whole> whole, Optional<Lines> lines) {
    return whole
        .map(Whole::vector)
        .or(() -> lines.map(Lines::lines).filter(all -> all.size() > 0).map(all -> all.vector(0)))
        .map(ByteVector::dimension);
  }

  int lineCount() {
    return lines.map(there -> there.lines().size()).orElse(0);
  }

  /// The same for pictures.
  void leavePicturedLines() {
    picturedLines = Optional.empty();
  }

  int picturedLineCount() {
    return picturedLines.map(there -> there.lines().size()).orElse(0);
  }

  /// How many vectors pictures are compared with, or will be once their text is here.
  int picturedCount() {
    return picturedLineCount() + (picturedTitle.isPresent() ? 1 : 0);
  }

  boolean isEmpty() {
    return facts.isEmpty()
        && lyrics.isEmpty()
        && wholes.isEmpty()
        && lines.isEmpty()
        && picturedTitle.isEmpty()
        && picturedLines.isEmpty();
  }

  /// The song as it can be searched now; empty as long as nobody has said what it is called.
  Optional<CatalogueSong> song() {
    return facts.map(
        told ->
            new CatalogueSong(
                told,
                vector(Part.TITLE, Optional.of(told.titleHash())),
                vector(Part.LYRICS, lyrics.map(Lyrics::hash)),
                lines(lines),
                pictured(told),
                lyrics.map(Lyrics::text)));
  }

  private SongLines lines(Optional<Lines> made) {
    return made.filter(there -> isOf(there.hash(), lyrics.map(Lyrics::hash)))
        .map(Lines::lines)
        .orElse(SongLines.NONE);
  }

  private PicturedSong pictured(SongFacts told) {
    return new PicturedSong(
        picturedTitle.filter(there -> there.hash().equals(told.titleHash())).map(Whole::vector),
        lines(picturedLines));
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
