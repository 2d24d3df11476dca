package io.chihiro.events;

import java.time.LocalDate;
import java.util.List;

/// The vectors of one day's text under one version of a model.
///
/// @param user whose day it is
/// @param date the user's local day
/// @param modelVersion which model made the vectors
/// @param textHash SHA-256 of the text they were made from, in hex: a vector is only ever shown
///     beside the text it belongs to
/// @param passages at least one; each keeps its place in the text
public record TextEmbedded(
    String user, LocalDate date, String modelVersion, String textHash, List<Passage> passages)
    implements Event {

  /// The header beside the record that holds the text's hash too, for whoever needs no vector.
  public static final String HASH_HEADER = "text";

  /// How much of a day one vector stands for.
  public enum Grain {
    /// As much of the day as the model reads at once; long days have several, overlapping.
    DAY,
    /// A sentence or two: what the evidence quotes.
    SENTENCE
  }

  /// A stretch of the day's text and its vector.
  ///
  /// @param grain how much it stands for
  /// @param start first character, counted from 0
  /// @param end one past the last character
  /// @param vector unit length
  public record Passage(Grain grain, int start, int end, UnitVector vector) {
    public Passage {
      Check.require(grain != null, "grain must be given");
      Check.require(0 <= start && start < end, "passage must not be empty: " + start + ".." + end);
      Check.require(vector != null, "vector must be given");
    }
  }

  public TextEmbedded {
    user = Check.user(user);
    Check.require(date != null, "date must be given");
    modelVersion = Check.text("modelVersion", modelVersion);
    textHash = Check.text("textHash", textHash);
    passages = Absent.toEmpty(passages);
    Check.require(!passages.isEmpty(), "passages must not be empty");
  }

  /// `user/date/model version`.
  public String key() {
    return Keys.of(user, date.toString(), modelVersion);
  }
}
