package io.chihiro.local;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two copies of each service on one home: where each answers, and what it is told.
///
/// @param first where the first copies are
/// @param second where the second copies are
record Copies(Ports first, Ports second) {
  /// Second copies on ports that are free.
  static Copies beside(Ports first) {
    Ports second = Ports.free();
    while (Math.abs(second.first() - first.first()) < first.named().size()) {
      second = Ports.free();
    }
    return new Copies(first, second);
  }

  /// Where a copy answers.
  ///
  /// @param copy 1 or 2
  int port(Service service, int copy) {
    return service.port(copy == 1 ? first : second);
  }

  /// The addresses of both copies of each service, as the front door is told.
  Map<String, String> addresses() {
    return Stream.of(Service.values())
        .filter(service -> service != Service.RECOMMEND)
        .collect(
            Collectors.toMap(
                service -> "CHIHIRO_" + service.name().toUpperCase(Locale.ROOT) + "_URL",
                service -> url(service, 1) + "," + url(service, 2)));
  }

  /// What runs as a copy of a service. Both know that there is another.
  Program program(Programs programs, Service service, int copy) {
    Map<String, String> more = new TreeMap<>(Map.of("CHIHIRO_INGEST_STANDBYS", "1"));
    more.putAll(
        Stream.of(Service.INGEST, Service.EMBEDDING, Service.RECOMMEND)
            .map(each -> "CHIHIRO_" + each.name() + "_INSTANCE")
            .collect(Collectors.toMap(Function.identity(), _ -> Integer.toString(copy))));
    return programs.copy(service, name(service, copy), port(service, copy), more);
  }

  private static String name(Service service, int copy) {
    return copy == 1 ? service.title() : service.title() + "-" + copy;
  }

  private String url(Service service, int copy) {
    return "http://127.0.0.1:" + port(service, copy);
  }
}
