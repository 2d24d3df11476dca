package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.Moment;
import io.chihiro.events.Song;
import io.chihiro.models.ByteVector;
import io.chihiro.models.Question;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.Tfidf;
import io.chihiro.models.explain.Explanation;
import io.chihiro.models.explain.WordExplainer;
import io.chihiro.recommend.ServedModels.Askable;
import io.chihiro.recommend.ServedModels.Chosen;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A mood becomes songs: by the serving model, or by any that is named.
final class AnswerMoods {
  private final ServedModels served;
  private final HotLives lives;
  private final double beta;

  /// What is asked.
  ///
  /// @param explained whether each song's words are weighed
  /// @param now the day it is asked on
  record Asked(
      String user, Mood mood, SongScore score, int limit, boolean explained, LocalDate now) {}

  /// What one model answers.
  ///
  /// @param words of the mood and what they did for each song; empty if that was not asked, or the
  ///     model reads no sentences
  /// @param known how much it could look at
  record ModelAnswer(
      String model, String version, List<Ranked> songs, List<Explanation> words, Known known) {}

  /// @param beta inverse temperature of the soft means
  AnswerMoods(ServedModels served, HotLives lives, double beta) {
    this.served = served;
    this.lives = lives;
    this.beta = beta;
  }

  /// The answer of a model.
  ///
  /// @param model its name; the serving one if empty
  /// @throws RefusedException if there is no such model, or it is not ready for this user
  ModelAnswer answer(Asked asked, Optional<String> model) throws InterruptedException {
    if (model.isEmpty()) {
      return read(asked, served.serving(asked.user()));
    }
    String name = model.get();
    refuseUnknown(asked.user(), name);
    if (name.equals(Tfidf.NAME)) {
      return counted(asked);
    }
    return PlainModels.knows(name)
        ? plain(asked, name)
        : read(asked, served.named(asked.user(), name));
  }

  private void refuseUnknown(String user, String name) {
    List<String> names = askable(user).stream().map(Askable::model).toList();
    if (!names.contains(name)) {
      throw RefusedException.wrongCall(
          "There is no model called \""
              + name
              + "\" here; there are: "
              + String.join(", ", names)
              + ".");
    }
  }

  /// Every model that can be asked by name, the serving one first.
  List<Askable> askable(String user) {
    List<Askable> askable = new ArrayList<>(served.askable(user));
    askable.add(new Askable(Tfidf.NAME, PlainModels.VERSION, false));
    PlainModels.names().forEach(name -> askable.add(new Askable(name, PlainModels.VERSION, false)));
    return askable;
  }

  /// The latest days on which a song was kept replaying, the earliest of these first.
  ///
  /// @param isIt whether an identity is the song's
  /// @param words what the song says: each day shows the sentence that comes nearest to it
  List<Evidence> daysWith(String user, Predicate<String> isIt, String words, int most) {
    Chosen chosen = served.serving(user);
    List<IndexedDay> days =
        chosen.days().withSongs().stream().filter(day -> day.plays(isIt) > 0).toList();
    ByteVector compared = ByteVector.of(chosen.encoder().encode(words));
    return days.stream()
        .skip(Math.max(0, days.size() - most))
        .map(
            day ->
                new Evidence(
                    day.date(),
                    day.excerpt(compared),
                    day.plays(isIt),
                    day.similarity(compared, beta)))
        .toList();
  }

  private ModelAnswer read(Asked asked, Chosen chosen) throws InterruptedException {
    float[] query = chosen.encoder().encode(asked.mood().text());
    IndexedDays days = chosen.days();
    List<Ranked> songs = ranking(asked).rank(days.songs(), days.fits(query, beta), asked.limit());
    return new ModelAnswer(
        chosen.name(),
        chosen.version(),
        songs,
        asked.explained() ? words(asked, chosen, songs) : List.of(),
        days.known());
  }

  private List<Explanation> words(Asked asked, Chosen chosen, List<Ranked> songs)
      throws InterruptedException {
    var explainer = new WordExplainer(chosen.encoder(), WordExplainer.Config.USUAL);
    List<Song> ranked = songs.stream().map(Ranked::song).toList();
    var scorers = new SongScorers(chosen.days(), ranked, asked.score(), beta);
    return explainer.explain(asked.mood().text(), scorers.all());
  }

  private ModelAnswer counted(Asked asked) {
    Life life = lives.of(asked.user());
    CountedDays days = life.counted();
    DayFits fits = days.fits(asked.mood().text(), beta);
    List<Ranked> songs = ranking(asked).rank(days.songs(), fits, asked.limit());
    return new ModelAnswer(
        Tfidf.NAME, PlainModels.VERSION, songs, List.of(), known(life.moments()));
  }

  private ModelAnswer plain(Asked asked, String name) throws InterruptedException {
    List<Moment> moments = lives.of(asked.user()).moments();
    Question question = new Question(asked.mood().text(), asked.now());
    List<Ranked> songs = PlainModels.rank(name, moments, question, asked.limit());
    return new ModelAnswer(name, PlainModels.VERSION, songs, List.of(), known(moments));
  }

  private static Known known(List<Moment> moments) {
    long withSongs = moments.stream().filter(moment -> !moment.songs().isEmpty()).count();
    return new Known(moments.size(), Math.toIntExact(withSongs));
  }

  private SongRanking ranking(Asked asked) {
    return new SongRanking(new SongOrder(asked.score(), beta));
  }
}
