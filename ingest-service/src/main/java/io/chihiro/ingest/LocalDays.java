package io.chihiro.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/// Which local day an instant belongs to, for somebody who moved between time zones.
///
/// Written as `Europe/Lisbon,2025-03-01:Asia/Tokyo`: Lisbon, and Tokyo from the first instant of
/// 1 March 2025 there.
///
/// @param zones the instant from which each zone holds
public record LocalDays(TreeMap<Instant, ZoneId> zones) {
  public LocalDays {
    if (!zones.containsKey(Instant.MIN)) {
      throw new IllegalArgumentException("the time zones must begin with one that has no date");
    }
    zones = new TreeMap<>(zones);
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException that names the part that is wrong
  public static LocalDays parse(String written) {
    TreeMap<Instant, ZoneId> zones = new TreeMap<>();
    for (String part : written.split(",", -1)) {
      add(zones, part.strip());
    }
    return new LocalDays(zones);
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

  /// The local day on which something happened.
  public LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, zones.floorEntry(instant).getValue());
  }
}
