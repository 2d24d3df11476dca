package io.chihiro.ingest.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The time zones of each country.
final class CountryZones {
  private static final String FILE = "country-zones.txt";
  private static final Map<String, List<ZoneId>> ZONES = read();

  private CountryZones() {}

  /// The zones of an ISO 3166 country code; none if there is no such country.
  static List<ZoneId> of(String country) {
    return ZONES.getOrDefault(country, List.of());
  }

  private static Map<String, List<ZoneId>> read() {
    Map<String, List<ZoneId>> zones = new HashMap<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CountryZones.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(zones, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(zones);
  }

  // A zone younger than this Java's table is one it cannot reckon with.
  private static void add(Map<String, List<ZoneId>> zones, String line) {
    String[] words = line.split(" ", -1);
    List<ZoneId> known =
        Stream.of(words)
            .skip(1)
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .map(ZoneId::of)
            .toList();
    zones.put(words[0], known);
  }
}
