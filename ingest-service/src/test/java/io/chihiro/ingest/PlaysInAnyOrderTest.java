package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.TextHash;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.YearOfListening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The same days as extended export, account data, Last.fm and live polls, one after the other in
/// any order.
class PlaysInAnyOrderTest extends DrivenTopology {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 1;
  private static final YearOfListening DAYS_TOLD = new YearOfListening(8, DAYS);
  private static final List<List<TrackPlayed>> SOURCES = DAYS_TOLD.sources();

  @Test
  void anyOfTheTwentyFourOrdersGivesTheSamePlaysAndMoments() {
    List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
    assertEquals(24, orders.size());
    String listens = "";
    String moments = "";
    for (List<Integer> order : orders) {
      driver.close();
      start("UTC", 3);
      String now = TextHash.of(imported(order));
      String listensNow = TextHash.of(listens().toString());
      assertEquals(moments.isEmpty() ? now : moments, now, order::toString);
      assertEquals(listens.isEmpty() ? listensNow : listens, listensNow, order::toString);
      moments = now;
      listens = listensNow;
    }
    long counting = listens().stream().filter(each -> each.told().milliseconds() >= 30_000).count();
    assertEquals(DAYS_TOLD.counting(), counting);
  }

  @Test
  void importingAllOfItAgainChangesNothing() {
    String first = imported(List.of(0, 1, 2, 3));
    assertTrue(first.contains("\"songs\":[{"), "there are songs on the days");

    SOURCES.forEach(source -> source.forEach(this::send));

    assertEquals(Map.of(), settled());
  }

  /// The latest moments, every byte of them.
  private String imported(List<Integer> order) {
    Map<String, byte[]> latest = new TreeMap<>();
    for (int day = 0; day < DAYS; day++) {
      write("e" + day, FIRST.plusDays(day).toString(), "Day " + day + ".");
    }
    for (int source : order) {
      SOURCES.get(source).forEach(this::send);
      driver.advanceWallClockTime(Duration.ofSeconds(2));
      driver.advanceWallClockTime(Duration.ofSeconds(2));
      moments.readKeyValuesToList().forEach(each -> latest.put(each.key, each.value));
    }
    StringBuilder all = new StringBuilder();
    latest.forEach((day, bytes) -> all.append(new String(bytes, StandardCharsets.UTF_8)));
    assertEquals(DAYS, latest.size());
    return all.toString();
  }

  private List<Listen> listens() {
    var word = new OwnersWords(driver.getKeyValueStore(DayStores.SAID), RULES).of("owner");
    return new HeardPlays(driver.<String, HeardPlay>getKeyValueStore(DayStores.PLAYS))
        .listens("owner", word, FIRST.minusDays(1), FIRST.plusDays(DAYS));
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> others = of.stream().filter(each -> !each.equals(first)).toList();
      for (List<Integer> rest : orders(others)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
