package io.chihiro.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What is heard on one day, before it is known when: songs kept on repeat, near misses, the rest.
final class DayPlan {
  /// One hearing: a song and how much of it.
  record Heard(Track track, int milliseconds, boolean incognito) {}

  private final LocalDate date;
  private final Repertoire repertoire;
  private final Random random;
  private final List<Heard> heard = new ArrayList<>();

  private DayPlan(LocalDate date, Repertoire repertoire, Random random) {
    this.date = date;
    this.repertoire = repertoire;
    this.random = random;
  }

  /// The hearings of a day, in the order heard.
  static List<Heard> of(LocalDate date, boolean journalDay, Repertoire repertoire, Random random) {
    DayPlan plan = new DayPlan(date, repertoire, random);
    if (journalDay) {
      plan.keepOnRepeat();
    } else {
      plan.listenAround();
    }
    plan.skipAround();
    Collections.shuffle(plan.heard, random);
    return plan.heard;
  }

  private void keepOnRepeat() {
    List<Track> ofTheEra = shuffled(repertoire.of(Era.of(date)));
    int kept = between(4, 6);
    ofTheEra.subList(0, kept).forEach(track -> hear(nowOrBefore(track), between(3, 6)));
    nearMiss(ofTheEra.get(kept));
    List<Track> favourites = shuffled(repertoire.favourites());
    int loved = between(2, 4);
    favourites.subList(0, loved).forEach(track -> hear(track, between(3, 5)));
    favourites.subList(loved, loved + 3).forEach(track -> hear(track, 1));
    if (random.nextInt(25) == 0) {
      hear(any(repertoire.background()), 3);
    }
    hearAny(repertoire.background(), between(8, 15));
  }

  /// Now and then a song of an era gone by comes back.
  private Track nowOrBefore(Track track) {
    List<Era> gone = Era.before(date);
    boolean back = !gone.isEmpty() && random.nextInt(12) == 0;
    return back ? any(repertoire.of(gone.get(random.nextInt(gone.size())))) : track;
  }

  /// Two plays that count and others that do not: too short by a millisecond, or in private.
  private void nearMiss(Track track) {
    hear(track, 2);
    heard.add(new Heard(track, Play.COUNTING_MILLISECONDS - 1, false));
    if (random.nextInt(2) == 0) {
      heard.add(new Heard(track, track.milliseconds(), true));
    }
  }

  private void listenAround() {
    hearAny(repertoire.favourites(), between(6, 13));
    hearAny(repertoire.of(Era.of(date)), between(4, 11));
    hearAny(repertoire.background(), between(12, 25));
  }

  private void skipAround() {
    for (int i = between(3, 6); i > 0; i--) {
      heard.add(new Heard(any(repertoire.background()), between(700, 29_000), false));
    }
  }

  private void hear(Track track, int times) {
    for (int i = 0; i < times; i++) {
      int part = random.nextInt(10) == 0 ? between(Play.COUNTING_MILLISECONDS, 120_000) : 0;
      Track heardTrack = reissuedNowAndThen(track);
      heard.add(new Heard(heardTrack, part == 0 ? track.milliseconds() : part, false));
    }
  }

  /// A favourite is sometimes played from its anniversary edition: the same song, another id.
  private Track reissuedNowAndThen(Track track) {
    boolean favourite = repertoire.favourites().contains(track);
    return favourite && random.nextInt(4) == 0 ? track.reissued() : track;
  }

  private void hearAny(List<Track> tracks, int times) {
    for (int i = 0; i < times; i++) {
      hear(any(tracks), 1);
    }
  }

  private Track any(List<Track> tracks) {
    return tracks.get(random.nextInt(tracks.size()));
  }

  private List<Track> shuffled(List<Track> tracks) {
    List<Track> shuffled = new ArrayList<>(tracks);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
