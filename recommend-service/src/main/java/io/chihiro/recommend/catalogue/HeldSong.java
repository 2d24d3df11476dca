package io.chihiro.recommend.catalogue;

import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.ByteVector;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What has come of one song so far, in whatever order its records come. For one thread.
///
/// A vector counts only beside the text it was made from.
final class HeldSong {
  private record Lyrics(String hash, PackedText text) {}

  private record Whole(String hash, ByteVector vector) {}

  private record Lines(String hash, SongLines lines) {}

  private Optional<SongFacts> facts = Optional.empty();
  private Optional<Lyrics> lyrics = Optional.empty();
  private final Map<Part, Whole> wholes = new EnumMap<>(Part.class);
  private Optional<Lines> lines = Optional.empty();
  private Optional<Whole> picturedTitle = Optional.empty();
  private Optional<Lines> picturedLines = Optional.empty();

  void describe(Optional<SongDescribed> song) {
    facts = song.map(SongFacts::of);
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
