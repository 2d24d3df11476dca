package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.BrokerConnection.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConnectionTest {
  private static final String LOGIN = "ScramLoginModule required username=\"a\" password=\"b\";";

  @Test
  void withoutAnySettingThereIsOnlyTheAddress() {
    assertEquals(Map.of("bootstrap.servers", "broker:9092"), told(Map.of()));
  }

  @Test
  void anEmptySettingSaysNothing() {
    var _ = System.setProperty(Setting.SECURITY_PROTOCOL.property(), " ");
    try {
      assertEquals(Map.of("bootstrap.servers", "broker:9092"), BrokerConnection.to("broker:9092"));
    } finally {
      var _ = System.clearProperty(Setting.SECURITY_PROTOCOL.property());
    }
  }

  @Test
  void encryptionAndLoginBecomeKafkasOwnProperties() {
    Map<String, Object> config =
        told(
            Map.of(
                Setting.SECURITY_PROTOCOL, "SASL_SSL",
                Setting.SASL_JAAS_CONFIG, LOGIN,
                Setting.TRUSTSTORE, "/certificates/ca.crt"));

    assertEquals(
        Map.of(
            "bootstrap.servers", "broker:9092",
            "security.protocol", "SASL_SSL",
            "sasl.mechanism", "SCRAM-SHA-512",
            "sasl.jaas.config", LOGIN,
            "ssl.truststore.type", "PEM",
            "ssl.truststore.location", "/certificates/ca.crt"),
        config);
    assertTrue(ProducerConfig.configNames().containsAll(config.keySet()));
  }

  @Test
  void theLoginMayLieInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("login"), LOGIN + "\n");

    assertEquals(
        LOGIN,
        told(Map.of(
                Setting.SECURITY_PROTOCOL,
                "SASL_SSL",
                Setting.SASL_JAAS_CONFIG_FILE,
                file.toString()))
            .get("sasl.jaas.config"));
  }

  @Test
  void aLoginThatWouldNotBeUsedIsRefused() {
    assertRefused(Map.of(Setting.SASL_JAAS_CONFIG, LOGIN), "CHIHIRO_KAFKA_SECURITY_PROTOCOL");
    assertRefused(
        Map.of(Setting.SECURITY_PROTOCOL, "SSL", Setting.SASL_JAAS_CONFIG, LOGIN),
        "CHIHIRO_KAFKA_SECURITY_PROTOCOL");
    assertRefused(Map.of(Setting.TRUSTSTORE, "ca.crt"), "CHIHIRO_KAFKA_SECURITY_PROTOCOL");
  }

  @Test
  void whatIsMissingOrUnknownIsSaidByItsName() {
    assertRefused(Map.of(Setting.SECURITY_PROTOCOL, "SASL_SSL"), "CHIHIRO_KAFKA_SASL_JAAS_CONFIG");
    assertRefused(Map.of(Setting.SECURITY_PROTOCOL, "TLS"), "SASL_SSL, SSL");
  }

  private static void assertRefused(Map<Setting, String> settings, String because) {
    var refused = assertThrows(IllegalArgumentException.class, () -> told(settings));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(because), said);
    assertTrue(!said.contains(LOGIN), said);
  }

  private static Map<String, Object> told(Map<Setting, String> settings) {
    return BrokerConnection.to(
        "broker:9092", setting -> Optional.ofNullable(settings.get(setting)));
  }
}
