package io.chihiro.events;

import java.time.Instant;
import java.util.Map;

/// A model that can answer: which version, how good it is, and whether it serves.
///
/// @param name the model's name, as a request may give it
/// @param version changes whenever its numbers would
/// @param where its place in the model store; `built-in` for what ships with the program
/// @param trainedAt when these metrics were measured
/// @param metrics name to value, each measured on the owner's own days
/// @param promoted whether it serves
/// @param reason why it was promoted, or why not
public record ModelTrained(
    String name,
    String version,
    String where,
    Instant trainedAt,
    Map<String, Double> metrics,
    boolean promoted,
    String reason)
    implements Event {
  public ModelTrained {
    name = Check.text("name", name);
    version = Check.text("version", version);
    where = Check.text("where", where);
    Check.require(trainedAt != null, "trainedAt must be given");
    metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    reason = Check.text("reason", reason);
  }
}
