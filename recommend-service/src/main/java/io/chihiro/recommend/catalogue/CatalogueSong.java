package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A song as it is searched. Immutable.
///
/// @param title the title's vector, once there is one
/// @param lyrics the vector of the lyrics as a whole, if there are any and once there is one
/// @param lines of the lyrics
/// @param pictured the same for pictures
/// @param text of the lyrics, in which the lines lie
public record CatalogueSong(
    SongFacts facts,
    Optional<ByteVector> title,
    Optional<ByteVector> lyrics,
    SongLines lines,
    PicturedSong pictured,
    Optional<PackedText> text) {

  /// One that pictures do not find.
  public CatalogueSong(
      SongFacts facts,
      Optional<ByteVector> title,
      Optional<ByteVector> lyrics,
      SongLines lines,
      Optional<PackedText> text) {
    this(facts, title, lyrics, lines, PicturedSong.NONE, text);
  }

  /// A song of which no more is at hand than what is told of it.
  static CatalogueSong told(SongFacts facts) {
    return new CatalogueSong(
        facts, Optional.empty(), Optional.empty(), SongLines.NONE, Optional.empty());
  }

  /// Its id within its user.
  public String id() {
    return facts.id();
  }

  /// How well it fits a question: the cosine with the mean of what title and lyrics mean, or with
  /// one of them where the other is missing; empty where both are.
  OptionalDouble fit(ByteVector question) {
    if (title.isEmpty() || lyrics.isEmpty()) {
      return cosine(title.or(() -> lyrics), question);
    }
    float both = title.get().dot(question) + lyrics.get().dot(question);
    // |a + b|² = 2 + 2·ab for vectors of length one; the mean has the same direction.
    double length = Math.sqrt(Math.max(0, 2 + 2 * title.get().dot(lyrics.get())));
    return length == 0 ? OptionalDouble.empty() : OptionalDouble.of(both / length);
  }

  /// What [#fit] compares with, up to its length; empty where there is nothing to compare.
  Optional<float[]> whole() {
    if (title.isEmpty() && lyrics.isEmpty()) {
      return Optional.empty();
    }
    float[] sum = title.or(() -> lyrics).orElseThrow().toFloats();
    if (title.isPresent() && lyrics.isPresent()) {
      float[] other = lyrics.get().toFloats();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += other[i];
      }
    }
    for (float number : sum) {
      if (number != 0) {
        return Optional.of(sum);
      }
    }
    return Optional.empty();
  }

  /// How well its lyrics alone fit a question; empty without them.
  OptionalDouble fitOfLyrics(ByteVector question) {
    return cosine(lyrics, question);
  }

  private static OptionalDouble cosine(Optional<ByteVector> vector, ByteVector question) {
    return vector.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(vector.get().dot(question));
  }

  /// What it says, as far as anybody told: its title and its lyrics.
  public String wordsAndTitle() {
    String title = facts.named().title();
    return text.map(words -> title + "\n" + words.text()).orElse(title);
  }

  /// How many of its lines pictures are compared with, its title included.
  public int picturedLines() {
    return pictured.size();
  }

  /// The words of some of the lines that pictures are compared with, and no more of its lyrics.
  ///
  /// @param places among them
  public List<String> picturedWords(List<Integer> places) {
    String all = text.map(PackedText::text).orElse("");
    return places.stream()
        .map(
            place ->
                pictured.isTitle(place)
                    ? facts.named().title()
                    : pictured.lines().span(place).of(all))
        .toList();
  }

  /// The words of some of its lines, and no more of its lyrics.
  ///
  /// @param places among [#lines]
  public List<String> words(List<Integer> places) {
    String all = text.map(PackedText::text).orElse("");
    return places.stream().map(place -> lines.span(place).of(all)).toList();
  }
}
