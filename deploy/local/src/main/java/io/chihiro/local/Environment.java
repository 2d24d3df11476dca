package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a process is told through its environment.
final class Environment {
  /// Every setting of Chihiro begins so.
  static final String PREFIX = "CHIHIRO_";

  private Environment() {}

  /// What every service of a system is told: the owner's settings, then what the launcher was
  /// called with, then what follows from the home and the ports.
  static Map<String, String> of(Map<String, String> own, Home home, Ports ports) {
    Map<String, String> all = new TreeMap<>(settings(home));
    own.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            all.put(key, value);
          }
        });
    all.putAll(derived(home, ports));
    all.putAll(Service.environment(home.folder().resolve("cache")));
    return all;
  }

  /// Reads lines `KEY=VALUE`; empty lines and lines that begin with `#` say nothing.
  ///
  /// @throws TroubleException that names the first line that is neither
  static Map<String, String> parse(List<String> lines, String file) {
    Map<String, String> parsed = new TreeMap<>();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> pair = pair(line);
      if (pair.isEmpty()) {
        throw new TroubleException("Line %d of %s is not KEY=VALUE.".formatted(index + 1, file));
      }
      parsed.put(pair.getFirst(), pair.getLast());
    }
    return parsed;
  }

  private static List<String> pair(String line) {
    int equals = line.indexOf('=');
    String key = equals < 0 ? "" : line.substring(0, equals).strip();
    if (!key.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return List.of();
    }
    return List.of(key, unquoted(line.substring(equals + 1).strip()));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static Map<String, String> settings(Home home) {
    try {
      List<String> lines =
          Files.exists(home.settingsFile())
              ? Files.readAllLines(home.settingsFile())
              : new ArrayList<>();
      return parse(lines, home.settingsFile().toString());
    } catch (IOException e) {
      throw new TroubleException("Cannot read " + home.settingsFile() + ": " + e, e);
    }
  }

  private static Map<String, String> derived(Home home, Ports ports) {
    return Map.ofEntries(
        Map.entry("CHIHIRO_HOME", home.folder().toString()),
        Map.entry("CHIHIRO_PORT", Integer.toString(ports.first())),
        Map.entry("CHIHIRO_BROKER", "127.0.0.1:" + ports.broker()),
        Map.entry("CHIHIRO_REDIS", "redis://127.0.0.1:" + ports.redis()),
        Map.entry("CHIHIRO_TOKEN_FILE", home.tokenFile().toString()),
        Map.entry("CHIHIRO_SERVICE_TOKEN_FILE", home.serviceTokenFile().toString()),
        Map.entry("CHIHIRO_BUCKET", home.journal().toString()),
        Map.entry("CHIHIRO_OCR_URL", url(ports.ocr())),
        Map.entry("CHIHIRO_INGEST_URL", url(ports.ingest())),
        Map.entry("CHIHIRO_EMBEDDING_URL", url(ports.embedding())),
        Map.entry("CHIHIRO_TRAINING_URL", url(ports.training())),
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"));
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
