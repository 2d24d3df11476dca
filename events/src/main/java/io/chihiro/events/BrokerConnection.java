package io.chihiro.events;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/// How this process reaches its broker: in the clear, unless it is told otherwise.
///
/// Admins, producers, consumers and topologies all begin with this, so a broker behind TLS and a
/// login is a matter of settings alone. A process has one broker; therefore it is told by the
/// environment (or by system properties, such as `chihiro.kafka.security-protocol`), and nobody has
/// to hand it on.
public final class BrokerConnection {
  private static final String USUAL_MECHANISM = "SCRAM-SHA-512";
  private static final String PEM = "PEM";

  private BrokerConnection() {}

  /// What an owner may say about the connection.
  public enum Setting {
    /// `PLAINTEXT` (without one), `SSL`, `SASL_SSL` or `SASL_PLAINTEXT`.
    SECURITY_PROTOCOL,
    /// How one logs in; `SCRAM-SHA-512` without one.
    SASL_MECHANISM,
    /// The login itself, as Kafka writes it: `…ScramLoginModule required username="…"
    /// password="…";`.
    SASL_JAAS_CONFIG,
    /// A file that holds the login, for those who keep secrets out of the environment.
    SASL_JAAS_CONFIG_FILE,
    /// A PEM file with the certificates that are trusted; without one those that Java trusts.
    TRUSTSTORE;

    /// Its name in the environment, such as `CHIHIRO_KAFKA_TRUSTSTORE`.
    public String variable() {
      return "CHIHIRO_KAFKA_" + name();
    }

    /// Its name as a system property, such as `chihiro.kafka.truststore`.
    public String property() {
      return "chihiro.kafka." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<String> ofThisProcess() {
      return Optional.ofNullable(System.getProperty(property()))
          .or(() -> Optional.ofNullable(System.getenv(variable())))
          .filter(value -> !value.isBlank());
    }
  }

  /// What every client of the broker begins with; the map is the caller's to add to.
  ///
  /// @param bootstrapServers `host:port`
  /// @throws IllegalArgumentException if the settings contradict each other: a login that would not
  ///     be used is refused rather than passed by
  public static Map<String, Object> to(String bootstrapServers) {
    return to(bootstrapServers, Setting::ofThisProcess);
  }

  static Map<String, Object> to(
      String bootstrapServers, Function<Setting, Optional<String>> settings) {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    SecurityProtocol protocol = protocol(settings);
    if (protocol != SecurityProtocol.PLAINTEXT) {
      config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name);
    }
    config.putAll(login(protocol, settings));
    config.putAll(trust(protocol, settings));
    return config;
  }

  private static SecurityProtocol protocol(Function<Setting, Optional<String>> settings) {
    String wanted = settings.apply(Setting.SECURITY_PROTOCOL).orElse("PLAINTEXT");
    return Stream.of(SecurityProtocol.values())
        .filter(known -> known.name.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Setting.SECURITY_PROTOCOL.variable()
                        + " must be one of "
                        + Arrays.stream(SecurityProtocol.values())
                            .map(known -> known.name)
                            .sorted()
                            .collect(joining(", "))));
  }

  private static Map<String, Object> login(
      SecurityProtocol protocol, Function<Setting, Optional<String>> settings) {
    Optional<String> login = jaas(settings);
    boolean logsIn =
        protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT;
    if (!logsIn) {
      demand(login.isEmpty(), "A login for the broker is set, but no protocol that uses one: set ");
      return Map.of();
    }
    return Map.of(
        SaslConfigs.SASL_MECHANISM,
        settings.apply(Setting.SASL_MECHANISM).orElse(USUAL_MECHANISM),
        SaslConfigs.SASL_JAAS_CONFIG,
        login.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The broker wants a login: set " + Setting.SASL_JAAS_CONFIG.variable())));
  }

  private static Optional<String> jaas(Function<Setting, Optional<String>> settings) {
    return settings
        .apply(Setting.SASL_JAAS_CONFIG)
        .or(() -> settings.apply(Setting.SASL_JAAS_CONFIG_FILE).map(BrokerConnection::read));
  }

  private static Map<String, Object> trust(
      SecurityProtocol protocol, Function<Setting, Optional<String>> settings) {
    Optional<String> file = settings.apply(Setting.TRUSTSTORE);
    boolean encrypted = protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
    demand(
        encrypted || file.isEmpty(),
        "Certificates for the broker are set, but no protocol that uses them: set ");
    return file.<Map<String, Object>>map(
            pem ->
                Map.of(
                    SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                    PEM,
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    pem))
        .orElseGet(Map::of);
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise + Setting.SECURITY_PROTOCOL.variable());
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the login for the broker", e);
    }
  }
}
