package io.chihiro.ingest.listening;

import io.chihiro.events.SongName;
import io.chihiro.ingest.listening.HeardPlay.Teller;
import io.chihiro.ingest.listening.Listen.Doubled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the listens in what several sources told of them.
///
/// Sources are taken in the order of how exactly they tell, and each one's plays are matched with
/// the listens known so far: first those that surely agree, the closest first, then those that may.
/// A source tells a listen once (in its file, and once more live), so its own plays are never
/// matched with each other, and true repeats stay. Nothing here depends on the order in which plays
/// came.
final class Listens {
  /// Plays of a title that lie farther apart have nothing to do with each other.
  static final long REACH_SECONDS = 2L * 60 * 60;

  private Listens() {}

  /// A play with what the owner and the catalogue make of it.
  ///
  /// @param apart whether it may not be matched
  record Candidate(HeardPlay play, SongName name, boolean secret, boolean apart) {
    static final Comparator<Candidate> IN_TIME =
        Comparator.comparing(Candidate::play, HeardPlay.IN_TIME);
  }

  /// The listens, earliest first.
  static List<Listen> of(Collection<Candidate> plays) {
    Map<String, List<Candidate>> titles = new TreeMap<>();
    List<Listen> listens = new ArrayList<>();
    for (Candidate each : plays) {
      if (each.apart()) {
        listens.add(alone(each));
        continue;
      }
      titles.computeIfAbsent(each.name().titleKey(), _ -> new ArrayList<>()).add(each);
    }
    titles.values().forEach(same -> ofTitle(same, listens));
    listens.sort(Comparator.comparing(Listen::told, HeardPlay.IN_TIME));
    return listens;
  }

  private static void ofTitle(List<Candidate> plays, List<Listen> listens) {
    if (ofOneTeller(plays)) {
      plays.forEach(play -> listens.add(alone(play)));
      return;
    }
    plays.sort(Candidate.IN_TIME);
    int begin = 0;
    for (int i = 1; i <= plays.size(); i++) {
      if (i == plays.size() || gapBefore(plays, i) > REACH_SECONDS) {
        listens.addAll(ofRun(plays.subList(begin, i)));
        begin = i;
      }
    }
  }

  private static long gapBefore(List<Candidate> plays, int index) {
    return plays.get(index).play().endSecond() - plays.get(index - 1).play().endSecond();
  }

  private static boolean ofOneTeller(List<Candidate> plays) {
    Teller teller = plays.getFirst().play().teller();
    return plays.stream().allMatch(play -> play.play().teller().equals(teller));
  }

  private static List<Listen> ofRun(List<Candidate> run) {
    Map<Teller, List<Candidate>> byTeller = new TreeMap<>();
    for (Candidate each : run) {
      byTeller.computeIfAbsent(each.play().teller(), _ -> new ArrayList<>()).add(each);
    }
    List<Growing> listens = new ArrayList<>();
    byTeller.values().forEach(plays -> join(plays, listens));
    return listens.stream().map(Growing::listen).toList();
  }

  private static void join(List<Candidate> plays, List<Growing> listens) {
    List<Pair> pairs = new ArrayList<>();
    for (Candidate play : plays) {
      for (Growing listen : listens) {
        listen.likeness(play).ifPresent(like -> pairs.add(new Pair(play, listen, like)));
      }
    }
    pairs.sort(Pair.CLOSEST_FIRST);
    List<Candidate> left = new ArrayList<>(plays);
    List<Growing> open = new ArrayList<>(listens);
    for (Pair pair : pairs) {
      if (left.contains(pair.play()) && open.remove(pair.listen())) {
        left.remove(pair.play());
        pair.listen().add(pair);
      }
    }
    left.forEach(play -> listens.add(new Growing(play)));
  }

  private static Listen alone(Candidate play) {
    return new Listen(play.play(), play.name(), List.of(), play.secret());
  }

  private record Pair(Candidate play, Growing listen, Likeness likeness) {
    static final Comparator<Pair> CLOSEST_FIRST =
        Comparator.comparing((Pair pair) -> !pair.likeness.sure())
            .thenComparingLong(pair -> pair.likeness.seconds())
            .thenComparing(Pair::play, Candidate.IN_TIME)
            .thenComparing(pair -> pair.listen.told, Candidate.IN_TIME);
  }

  /// A listen that may still be told of by others.
  private static final class Growing {
    private final Candidate told;
    private final List<Doubled> doubles = new ArrayList<>();
    private boolean secret;

    Growing(Candidate told) {
      this.told = told;
      this.secret = told.secret();
    }

    /// How well a play agrees with what is told so far. Another artist is believed to be another
    /// spelling only if the times surely agree.
    Optional<Likeness> likeness(Candidate play) {
      boolean artist = play.name().artistKey().equals(told.name().artistKey());
      return Likeness.of(play.play(), told.play())
          .filter(like -> like.sure() || artist)
          .or(() -> otherSures(play));
    }

    private Optional<Likeness> otherSures(Candidate play) {
      return doubles.stream()
          .flatMap(each -> Likeness.of(play.play(), each.play()).stream())
          .filter(Likeness::sure)
          .min(Comparator.comparingLong(Likeness::seconds));
    }

    void add(Pair pair) {
      Likeness like = pair.likeness();
      doubles.add(new Doubled(pair.play().play(), like.reason(), like.seconds()));
      secret = secret || pair.play().secret();
    }

    Listen listen() {
      return new Listen(told.play(), told.name(), List.copyOf(doubles), secret);
    }
  }
}
