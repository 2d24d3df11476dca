package io.chihiro.events;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The vectors of one part of a song under one version of a model.
///
/// @param user in whose catalogue the song is
/// @param song id within the user
/// @param part what of the song they stand for
/// @param modelVersion which model made the vectors
/// @param textHash SHA-256 of the text they were made from, in hex: the title's or the lyrics'
/// @param whole of [Part#TITLE] and [Part#LYRICS], the vector of all of it
/// @param lines of [Part#LINES], each line that is worth looking for, once; none of other parts
public record SongEmbedded(
    String user,
    String song,
    Part part,
    String modelVersion,
    String textHash,
    Optional<UnitVector> whole,
    List<Line> lines)
    implements Event {

  /// What of a song vectors stand for. Lines are a part of their own, because they take as long
  /// as all the rest and nobody shall wait for them who looks for the whole.
  public enum Part {
    TITLE,
    /// The lyrics as a whole.
    LYRICS,
    /// The lyrics line by line.
    LINES;

    /// As keys have it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A line and its vector.
  ///
  /// @param start its first character in the lyrics, counted from 0
  /// @param end one past the last character
  public record Line(int start, int end, EightBitVector vector) {
    public Line {
      Check.require(0 <= start && start < end, "a line must not be empty: " + start + ".." + end);
      Check.require(vector != null, "vector must be given");
    }
  }

  public SongEmbedded {
    user = Check.user(user);
    song = Check.text("song", song);
    Check.require(part != null, "part must be given");
    modelVersion = Check.text("modelVersion", modelVersion);
    textHash = Check.text("textHash", textHash);
    lines = Absent.toEmpty(lines);
    Check.require(
        whole.isPresent() == (part != Part.LINES), "whole must be given, but not beside lines");
    Check.require(part == Part.LINES || lines.isEmpty(), "only lines have lines");
  }

  /// `user/song/part/model version`.
  public String key() {
    return keyOf(Keys.of(user, song), part, modelVersion);
  }

  /// The key of a part's vectors.
  ///
  /// @param song `user/song`
  public static String keyOf(String song, Part part, String modelVersion) {
    return Keys.of(Keys.user(song), Keys.rest(song), part.word(), modelVersion);
  }
}
