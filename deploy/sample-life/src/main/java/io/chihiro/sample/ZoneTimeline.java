package io.chihiro.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Where a person was, as a time zone per stretch of days.
///
/// Written as the setting for time zones is: a first zone, then `date:zone` from that date on, such
/// as `Europe/Lisbon,2025-03-01:Asia/Tokyo,2025-05-20:Europe/Lisbon`.
public final class ZoneTimeline {
  private final String text;
  private final NavigableMap<LocalDate, ZoneId> zones = new TreeMap<>();

  private ZoneTimeline(String text) {
    this.text = text;
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      LocalDate from = colon < 0 ? LocalDate.MIN : LocalDate.parse(part.substring(0, colon));
      zones.put(from, ZoneId.of(part.substring(colon + 1)));
    }
    if (!zones.firstKey().equals(LocalDate.MIN)) {
      throw new IllegalArgumentException("a time-zone timeline begins with a zone: " + text);
    }
  }

  /// Reads a timeline.
  public static ZoneTimeline parse(String text) {
    return new ZoneTimeline(text);
  }

  /// The zone on a local date.
  public ZoneId on(LocalDate date) {
    return zones.floorEntry(date).getValue();
  }

  /// The instant of a local date and time there and then.
  public Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(on(date)).toInstant();
  }

  /// The local date of an instant: a stretch begins at midnight of its own zone.
  public LocalDate dateOf(Instant instant) {
    LocalDate found = LocalDate.MIN;
    for (Map.Entry<LocalDate, ZoneId> stretch : zones.entrySet()) {
      LocalDate date = LocalDate.ofInstant(instant, stretch.getValue());
      found = date.isBefore(stretch.getKey()) ? found : date;
    }
    return found;
  }

  /// The timeline as written.
  @Override
  public String toString() {
    return text;
  }
}
