package io.chihiro.models.evaluation;

import io.chihiro.models.EraPrior;
import io.chihiro.models.MostPlayed;
import io.chihiro.models.Question;
import io.chihiro.models.RandomSongs;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One call from a life and some models to the table that compares them.
///
/// Every table carries the baselines: counted words, what one once could not stop playing, the most
/// played songs, and any songs.
///
/// @param beta inverse temperature of the soft means, as answers use it
/// @param seed of what is drawn: sentences, random songs, intervals
public record Evaluation(double beta, long seed) {

  /// Compares models on a split of a life, the baselines after them.
  public Comparison compare(Life life, Split split, List<SongModel> models)
      throws InterruptedException {
    List<Query> queries = Queries.of(life, split, seed);
    List<SongModel> all = new ArrayList<>(models);
    all.addAll(baselines());
    List<ModelScores> scores = new ArrayList<>();
    Map<String, TripletFigures> triplets = new LinkedHashMap<>();
    for (SongModel model : all) {
      scores.add(ModelScores.of(model.name(), queries, answers(model, split, queries)));
      if (model instanceof SimilarDays<?> reading && !split.test().isEmpty()) {
        triplets.put(model.name(), triplets(reading, split));
      }
    }
    return new Comparison(split.name(), counted(queries), scores, triplets, new Bootstrap(seed));
  }

  private List<SongModel> baselines() {
    return List.of(
        SimilarDays.byWords(beta), new EraPrior(), new MostPlayed(), new RandomSongs(seed));
  }

  // Queries come with moods last, as Queries gives them.
  private static List<List<String>> answers(SongModel model, Split split, List<Query> queries)
      throws InterruptedException {
    List<Question> ofDays = new ArrayList<>();
    List<Question> moods = new ArrayList<>();
    queries.forEach(query -> (query.kind() == Kind.MOOD ? moods : ofDays).add(query.question()));
    List<List<String>> answers =
        new ArrayList<>(model.over(split.known()).best(ofDays, Figure.DEPTH));
    answers.addAll(model.over(split.moodDays()).best(moods, Figure.DEPTH));
    return answers;
  }

  private <V> TripletFigures triplets(SimilarDays<V> model, Split split)
      throws InterruptedException {
    return TripletFigures.of(split.test(), model.space(split.known()), new Bootstrap(seed));
  }

  private static Map<Kind, Integer> counted(List<Query> queries) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, (int) queries.stream().filter(query -> query.kind() == kind).count());
    }
    return counts;
  }
}
