package io.chihiro.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chihiro.events.Song;
import io.chihiro.recommend.index.Notes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The answers of the last day, of each user the last five hundred: what somebody says to a song of
/// one of them is kept together with what they had asked. Thread-safe.
///
/// Those of this copy are in memory; those of the others are asked for when one of them is named.
final class RecentAnswers {
  private static final int MOST = 10_000;

  /// A program that asks all day fills neither memory nor cache.
  static final int MOST_OF_USER = 500;

  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Given> answers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  /// Of each user the ids, oldest first.
  private final Cache<String, Deque<String>> ofUsers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

  private final SharedAnswers shared;

  /// @param notes where the other copies of this service find them
  RecentAnswers(Notes notes) {
    this.shared = new SharedAnswers(notes, REMEMBERED);
  }

  /// An answer that was given.
  ///
  /// @param songs best first
  record Given(String user, String mood, String model, String modelVersion, List<GivenSong> songs) {
    boolean showed(Predicate<LocalDate> days) {
      return songs.stream().flatMap(song -> song.days().stream()).anyMatch(days);
    }
  }

  /// A song of an answer, and the days that were shown for it.
  record GivenSong(Song song, List<LocalDate> days) {}

  /// One song of one answer.
  ///
  /// @param id by which feedback names it
  record Part(String id, Given answer, GivenSong song) {}

  /// Remembers an answer.
  ///
  /// @return its id
  String remember(Given answer) {
    String id = newId();
    answers.put(id, answer);
    shared.keep(id, answer);
    crowdedOut(answer.user(), id).ifPresent(oldest -> forget(answer.user(), oldest));
    return id;
  }

  private String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  private Optional<String> crowdedOut(String user, String newest) {
    Deque<String> ids = ofUsers.get(user, _ -> new ArrayDeque<>());
    synchronized (ids) {
      ids.addLast(newest);
      return ids.size() > MOST_OF_USER ? Optional.of(ids.removeFirst()) : Optional.empty();
    }
  }

  private void forget(String user, String id) {
    answers.invalidate(id);
    shared.forget(user, id);
  }

  /// Forgets the answers of a user that showed one of some days, or all of them.
  ///
  /// @return how many there were
  long forget(String user, Predicate<LocalDate> shown, boolean all) {
    List<String> going =
        answers.asMap().entrySet().stream()
            .filter(each -> each.getValue().user().equals(user))
            .filter(each -> all || each.getValue().showed(shown))
            .map(Map.Entry::getKey)
            .toList();
    going.forEach(id -> forget(user, id));
    return going.size();
  }

  /// The id of a song of an answer.
  ///
  /// @param place counted from 0
  static String part(String answer, int place) {
    return answer + "-" + (place + 1);
  }

  /// A song of an answer by its own id; by the answer's id, the song that is named, or else the
  /// first.
  Optional<Part> find(String user, String id, Optional<Song> song) {
    int dash = id.indexOf('-');
    String answer = dash < 0 ? id : id.substring(0, dash);
    return Optional.ofNullable(answers.getIfPresent(answer))
        .or(() -> answer.length() == LENGTH ? shared.find(user, answer) : Optional.empty())
        .filter(given -> given.user().equals(user))
        .flatMap(
            given -> dash < 0 ? named(id, given, song) : placed(id, given, id.substring(dash + 1)));
  }

  private static Optional<Part> placed(String id, Given given, String place) {
    return place.matches("[1-9][0-9]{0,3}")
        ? at(id, given, Integer.parseInt(place) - 1)
        : Optional.empty();
  }

  private static Optional<Part> named(String answer, Given given, Optional<Song> song) {
    String identity = song.map(Song::identity).orElse("");
    for (int place = 0; place < given.songs().size(); place++) {
      if (song.isEmpty() || given.songs().get(place).song().identity().equals(identity)) {
        return at(part(answer, place), given, place);
      }
    }
    return Optional.empty();
  }

  private static Optional<Part> at(String id, Given given, int place) {
    return place < given.songs().size()
        ? Optional.of(new Part(id, given, given.songs().get(place)))
        : Optional.empty();
  }
}
