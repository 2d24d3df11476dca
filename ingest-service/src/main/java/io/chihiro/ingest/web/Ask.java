package io.chihiro.ingest.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One call to the outside.
///
/// @param method GET or POST
/// @param address whole, with its query
/// @param headers may hold a token
/// @param body empty for GET; may hold a token
public record Ask(String method, URI address, Map<String, String> headers, String body) {
  private static final String FORM = "application/x-www-form-urlencoded";

  public Ask {
    headers = Map.copyOf(headers);
  }

  /// Reads an address.
  public static Ask get(URI address, Map<String, String> headers) {
    return new Ask("GET", address, headers, "");
  }

  /// Sends a form.
  public static Ask form(URI address, Map<String, String> fields) {
    return new Ask("POST", address, Map.of("Content-Type", FORM), encoded(fields));
  }

  /// An address with a query, in the order of its names.
  public static URI address(URI base, String path, Map<String, String> query) {
    String all = base.toString().replaceFirst("/+$", "") + path;
    return URI.create(query.isEmpty() ? all : all + "?" + encoded(query));
  }

  /// Percent-encoded `name=value` pairs.
  public static String encoded(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  /// One part of an address.
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Who is asked, and neither what for nor with which token.
  @Override
  public String toString() {
    return method + " " + address.getHost();
  }
}
