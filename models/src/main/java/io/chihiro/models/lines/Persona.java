package io.chihiro.models.lines;

import java.util.Set;

/// Somebody who looks for songs, and which ones are right.
///
/// @param text what is looked for
/// @param relevant ids of the songs that are right, one at least
public record Persona(String text, Set<String> relevant) {
  public Persona {
    relevant = Set.copyOf(relevant);
    if (relevant.isEmpty()) {
      throw new IllegalArgumentException("a persona for whom no song is right asks nothing");
    }
  }
}
