package io.chihiro.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What somebody said to one song of an answer. Becomes pairs that a model learns from, and holds
/// what they felt: as private as the diary.
///
/// @param user who asked
/// @param answer the song's own id in the answer it was part of
/// @param mood what was asked, in the asker's words
/// @param song what was answered
/// @param days the days that were shown as evidence, best first; may be empty
/// @param verdict what was said
/// @param at when it was said
/// @param model which model had answered
/// @param modelVersion in which version
public record Feedback(
    String user,
    String answer,
    String mood,
    Song song,
    List<LocalDate> days,
    Verdict verdict,
    Instant at,
    String model,
    String modelVersion)
    implements Event {

  /// What somebody says to a song.
  public enum Verdict {
    /// It belongs to days that felt like this.
    TOOK_ME_BACK,
    /// It belongs to days that felt otherwise.
    WRONG_ERA,
    /// It may be right, but is not wanted now: says nothing about the days.
    NOT_NOW
  }

  public Feedback {
    user = Check.user(user);
    answer = Check.text("answer", answer);
    mood = Check.text("mood", mood);
    Check.require(song != null, "song must be given");
    days = Absent.toEmpty(days);
    Check.require(verdict != null, "verdict must be given");
    Check.require(at != null, "at must be given");
    model = Check.text("model", model);
    modelVersion = Check.text("modelVersion", modelVersion);
  }

  /// `user/answer`.
  public String key() {
    return Keys.of(user, answer);
  }
}
