package io.chihiro.training;

import io.chihiro.models.lines.LinePair;
import io.chihiro.models.lines.LinedSongs;
import io.chihiro.models.lines.PairSplit;
import io.chihiro.models.lines.Persona;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody brought to learn how lines are meant, and to judge it by. Pure.
///
/// @param pairs words of songs and what is said of them
/// @param personas for each of whom a song of the catalogue is right
/// @param songs of the catalogue whose lines have vectors, with those that are right for somebody
record OwnAnnotations(List<LinePair> pairs, List<Persona> personas, LinedSongs songs) {
  OwnAnnotations {
    pairs = List.copyOf(pairs);
    personas = List.copyOf(personas);
  }

  /// Songs that are right for a persona: they judge, and so they teach nothing.
  Set<String> judged() {
    return personas.stream()
        .flatMap(persona -> persona.relevant().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The pairs parted by song.
  PairSplit split(long seed) {
    return PairSplit.of(pairs, judged(), seed);
  }
}
