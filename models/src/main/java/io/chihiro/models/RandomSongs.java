package io.chihiro.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Any songs, the same for the same question and seed: the floor under every other figure.
public final class RandomSongs implements SongModel {
  /// As tables call it.
  public static final String NAME = "random";

  private final long seed;

  /// Songs drawn from this seed.
  public RandomSongs(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answers over(List<LifeDay> days) {
    Set<String> songs = new TreeSet<>();
    days.forEach(day -> songs.addAll(day.songs()));
    return (questions, limit) ->
        questions.stream().map(question -> drawn(songs, question, limit)).toList();
  }

  private List<String> drawn(Set<String> songs, Question question, int limit) {
    List<String> drawn = new ArrayList<>(songs);
    Collections.shuffle(drawn, new Random(seed + 31L * question.text().hashCode()));
    return List.copyOf(drawn.subList(0, Math.min(limit, drawn.size())));
  }
}
