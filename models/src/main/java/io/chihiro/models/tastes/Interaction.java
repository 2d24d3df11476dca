package io.chihiro.models.tastes;

import java.time.Instant;
import java.util.Optional;

/// Somebody played or loved something.
///
/// @param user who
/// @param item the id of what
/// @param at when, where the source tells it
public record Interaction(String user, String item, Optional<Instant> at) {
  public Interaction {
    if (user.isBlank() || item.isBlank()) {
      throw new IllegalArgumentException("an interaction needs a user and an item");
    }
  }
}
