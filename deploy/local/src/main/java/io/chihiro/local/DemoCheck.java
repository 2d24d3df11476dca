package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.ExpectedMoment.SongCount;
import io.chihiro.sample.ImportAccount;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.SampleLife;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds what the system says against what is known of the sample life.
final class DemoCheck {
  /// What a check found.
  ///
  /// @param said a sentence
  record Verdict(String said, boolean right) {}

  private final ImportAccount account;
  private final Map<LocalDate, Set<SongCount>> typed;
  private final Map<LocalDate, Set<SongCount>> photographed;

  DemoCheck(SampleLife life) {
    account = life.expectedAccount();
    Set<LocalDate> byHand =
        life.journal().pages().stream().map(PhotographedPage::date).collect(Collectors.toSet());
    Set<LocalDate> dated =
        life.journal().pages().stream()
            .filter(PhotographedPage::dateWritten)
            .map(PhotographedPage::date)
            .collect(Collectors.toSet());
    typed = moments(life.expectedMoments().stream().filter(day -> !byHand.contains(day.date())));
    photographed =
        moments(life.expectedMoments().stream().filter(day -> dated.contains(day.date())));
  }

  /// The account must be the true one, reason by reason.
  Verdict account(List<PlaysAccount> accounts) {
    boolean right =
        accounts.size() == 1 && isTrue(accounts.getFirst()) && accounts.getFirst().balances();
    return new Verdict(
        right
            ? "The account is right, reason by reason."
            : "The account is WRONG; it should be " + account,
        right);
  }

  /// Moments of days that were typed must be exactly as counted independently. A page by hand is
  /// read by a weak engine that may miss its date: most of those must be right.
  Verdict moments(JsonNode answer) {
    Map<LocalDate, Set<SongCount>> found = found(answer);
    long typedRight = right(typed, found);
    long photographedRight = right(photographed, found);
    boolean right = typedRight == typed.size() && 2 * photographedRight >= photographed.size();
    return new Verdict(
        "Moments as an independent count gives them: %d of %d typed days, %d of %d dated photographed days.%s"
            .formatted(
                typedRight,
                typed.size(),
                photographedRight,
                photographed.size(),
                right ? "" : " That is WRONG."),
        right);
  }

  private boolean isTrue(PlaysAccount said) {
    Map<String, Long> dropped = new TreeMap<>();
    account.dropped().forEach((reason, rows) -> dropped.put(reason, (long) rows));
    return said.rows() == account.rows()
        && said.stored() == account.stored()
        && said.dropped().equals(dropped);
  }

  private static long right(
      Map<LocalDate, Set<SongCount>> expected, Map<LocalDate, Set<SongCount>> found) {
    return expected.entrySet().stream()
        .filter(day -> day.getValue().equals(found.getOrDefault(day.getKey(), Set.of())))
        .count();
  }

  private static Map<LocalDate, Set<SongCount>> moments(Stream<ExpectedMoment> days) {
    return days.collect(Collectors.toMap(ExpectedMoment::date, day -> Set.copyOf(day.songs())));
  }

  private static Map<LocalDate, Set<SongCount>> found(JsonNode answer) {
    Map<LocalDate, Set<SongCount>> found = new TreeMap<>();
    for (JsonNode moment : answer.path("moments")) {
      LocalDate date = LocalDate.parse(moment.path("date").asText());
      found.put(date, songs(moment.path("songs")));
    }
    return found;
  }

  private static Set<SongCount> songs(JsonNode songs) {
    Set<SongCount> all = new HashSet<>();
    songs.forEach(song -> all.add(song(song)));
    return all;
  }

  private static SongCount song(JsonNode song) {
    return new SongCount(
        song.path("title").asText(), song.path("artist").asText(), song.path("plays").asInt());
  }
}
