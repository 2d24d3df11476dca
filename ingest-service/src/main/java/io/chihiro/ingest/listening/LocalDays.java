package io.chihiro.ingest.listening;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which local day an instant belongs to, for somebody who moved between time zones and travels.
///
/// Written as `Europe/Lisbon,2025-03-01:Asia/Tokyo`: Lisbon, and Tokyo from the first instant of
/// 1 March 2025 there. A play whose connection was in another country than that is on a journey: it
/// lies in the country's zone, or, where the country has several, in the one that the photos of
/// that day agree with.
///
/// @param zones the instant from which each zone holds
/// @param endsAt the hour of night at which a day ends
/// @param followsCountry whether journeys are followed
public record LocalDays(TreeMap<Instant, ZoneId> zones, LocalTime endsAt, boolean followsCountry) {
  /// What photos tell of a date: their offset from UTC.
  public interface PhotoOffsets extends Function<LocalDate, Optional<ZoneOffset>> {
    /// Nobody took any.
    PhotoOffsets NONE = _ -> Optional.empty();
  }

  public LocalDays {
    if (!zones.containsKey(Instant.MIN)) {
      throw new IllegalArgumentException("the time zones must begin with one that has no date");
    }
    zones = new TreeMap<>(zones);
  }

  /// Days that end at midnight, by the written form of the zones.
  ///
  /// @throws IllegalArgumentException that names the part that is wrong
  public static LocalDays parse(String written) {
    TreeMap<Instant, ZoneId> zones = new TreeMap<>();
    for (String part : written.split(",", -1)) {
      add(zones, part.strip());
    }
    return new LocalDays(zones, LocalTime.MIDNIGHT, true);
  }

  private static void add(Map<Instant, ZoneId> zones, String part) {
    try {
      int colon = part.indexOf(':');
      if (colon < 0) {
        zones.put(Instant.MIN, ZoneId.of(part));
        return;
      }
      ZoneId zone = ZoneId.of(part.substring(colon + 1).strip());
      zones.put(LocalDate.parse(part.substring(0, colon)).atStartOfDay(zone).toInstant(), zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + part + "\" is not a time zone, nor date:zone", e);
    }
  }

  /// The zones as [#parse] reads them.
  public String written() {
    return zones.entrySet().stream()
        .map(zone -> written(zone.getKey(), zone.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String written(Instant from, ZoneId zone) {
    return from.equals(Instant.MIN)
        ? zone.getId()
        : LocalDate.ofInstant(from, zone) + ":" + zone.getId();
  }

  /// The same days, ending at another hour.
  public LocalDays endingAt(LocalTime hour) {
    return new LocalDays(zones, hour, followsCountry);
  }

  /// The same days, with or without journeys.
  public LocalDays following(boolean country) {
    return new LocalDays(zones, endsAt, country);
  }

  /// The local day on which something happened at home.
  public LocalDate of(Instant instant) {
    return dayIn(home(instant), instant);
  }

  /// The local day on which something happened, wherever that was.
  public LocalDate of(Instant instant, Optional<String> country, PhotoOffsets photos) {
    ZoneId home = home(instant);
    if (!followsCountry || country.isEmpty()) {
      return dayIn(home, instant);
    }
    return dayIn(zone(instant, home, CountryZones.of(country.get()), photos), instant);
  }

  /// What a clock on the wall at home meant.
  public Instant instant(LocalDateTime clock) {
    return clock.atZone(home(clock.toInstant(ZoneOffset.UTC))).toInstant();
  }

  private ZoneId home(Instant instant) {
    return zones.floorEntry(instant).getValue();
  }

  private static ZoneId zone(
      Instant instant, ZoneId home, List<ZoneId> there, PhotoOffsets photos) {
    ZoneOffset atHome = offset(home, instant);
    List<ZoneOffset> offsets =
        there.stream().map(zone -> offset(zone, instant)).distinct().toList();
    if (offsets.isEmpty() || there.contains(home) || offsets.contains(atHome)) {
      return home;
    }
    if (offsets.size() == 1) {
      return offsets.getFirst();
    }
    return photos
        .apply(LocalDate.ofInstant(instant, home))
        .filter(offsets::contains)
        .map(ZoneId.class::cast)
        .orElse(home);
  }

  private static ZoneOffset offset(ZoneId zone, Instant instant) {
    return zone.getRules().getOffset(instant);
  }

  private LocalDate dayIn(ZoneId zone, Instant instant) {
    return LocalDate.ofInstant(instant.minusSeconds(endsAt.toSecondOfDay()), zone);
  }
}
