package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Every call that the services describe in their OpenAPI documents.
final class Routes {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final Pattern PART = Pattern.compile("\\{[^}]+}");

  private Routes() {}

  /// A call that a service describes.
  record Route(String method, String path) {
    boolean takesABody() {
      return method.equals("POST") || method.equals("PUT");
    }

    boolean hasParts() {
      return PART.matcher(path).find();
    }

    /// With something in the place of every part.
    String withPart(String part) {
      return PART.matcher(path).replaceAll(part.replace("$", "\\$"));
    }
  }

  /// Those of every service of a system; what is only passed on is described by whoever it is
  /// passed to, and events never end.
  static List<Route> of(RunningSystem system) throws Exception {
    List<Route> routes = new ArrayList<>();
    for (int port : system.servicePorts()) {
      try (Api service = new Api(new Ports(port), Optional.empty())) {
        JsonNode paths = service.get("/q/openapi?format=json").fine().path("paths");
        for (var path : paths.properties()) {
          path.getValue()
              .fieldNames()
              .forEachRemaining(method -> add(routes, method, path.getKey()));
        }
      }
    }
    return routes;
  }

  private static void add(List<Route> routes, String method, String path) {
    boolean passedOn = path.contains("{rest}");
    boolean endless = path.endsWith("/events");
    if (METHODS.contains(method) && !passedOn && !endless && path.startsWith("/api/")) {
      routes.add(new Route(method.toUpperCase(Locale.ROOT), path));
    }
  }
}
