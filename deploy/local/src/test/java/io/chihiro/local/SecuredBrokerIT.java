package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.BrokerConnection.Setting;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real broker that speaks nothing but TLS and lets nobody in without a login.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SecuredBrokerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  @TempDir static Path folder;

  private static OwnCertificate own;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws InterruptedException {
    own = OwnCertificate.make(folder);
    Ports ports = Ports.free();
    broker =
        EmbeddedBroker.start(
            folder.resolve("broker"), ports.broker(), ports.controller(), secured());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void logIn() {
    say(Setting.SECURITY_PROTOCOL, "SASL_SSL");
    say(Setting.SASL_MECHANISM, "PLAIN");
    say(Setting.SASL_JAAS_CONFIG, LOGIN + " username=\"chihiro\" password=\"right\";");
    say(Setting.TRUSTSTORE, own.certificate().toString());
  }

  @AfterEach
  void forget() {
    for (Setting each : Setting.values()) {
      var _ = System.clearProperty(each.property());
    }
  }

  @Test
  void everyKindOfClientGetsIn() throws Exception {
    String servers = broker.bootstrapServers();
    TopicCreation.ensure(servers);
    try (KafkaEventWriter writer = new KafkaEventWriter(servers, "test")) {
      writer.write(Topics.LISTENING_RULES, "owner/rules", ListeningRules.none("owner"));
      writer.flush();
    }
    try (var table =
        new TopicTable<ListeningRules>(servers, "test", Topics.LISTENING_RULES, (_, _) -> {})) {
      assertEquals(
          Map.of("owner/rules", ListeningRules.none("owner")),
          Map.copyOf(table.load(PATIENCE).all()));
    }
    assertEquals(List.of("owner/rules"), shared(servers));
  }

  @Test
  void aWrongLoginIsRefused() {
    say(Setting.SASL_JAAS_CONFIG, LOGIN + " username=\"chihiro\" password=\"wrong\";");

    var refused =
        assertThrows(
            IllegalStateException.class, () -> TopicCreation.ensure(broker.bootstrapServers()));

    assertTrue(String.valueOf(refused.getMessage()).contains("Authentication"), refused::toString);
  }

  @Test
  void aBrokerWhoseCertificateIsNotTrustedIsNotTalkedTo() {
    var _ = System.clearProperty(Setting.TRUSTSTORE.property());

    var refused =
        assertThrows(
            IllegalStateException.class, () -> TopicCreation.ensure(broker.bootstrapServers()));

    assertTrue(String.valueOf(refused.getMessage()).contains("SSL"), refused::toString);
  }

  private static List<String> shared(String servers) throws InterruptedException {
    List<String> keys = new CopyOnWriteArrayList<>();
    try (TopicFollower follower =
        TopicFollower.share(
            servers,
            "group",
            "group-1",
            List.of(Topics.LISTENING_RULES),
            batch -> batch.forEach(message -> keys.add(message.key())))) {
      follower.start().awaitCaughtUp(PATIENCE);
      assertEquals(0, follower.waiting());
    }
    return keys;
  }

  private static void say(Setting setting, String value) {
    var _ = System.setProperty(setting.property(), value);
  }

  private static Map<String, String> secured() {
    return Map.of(
        "listener.security.protocol.map",
        "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT",
        "ssl.keystore.location",
        own.store().toString(),
        "ssl.keystore.password",
        own.password(),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        own.certificate().toString(),
        "sasl.enabled.mechanisms",
        "PLAIN",
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "listener.name.client.plain.sasl.jaas.config",
        LOGIN
            + " username=\"broker\" password=\"own\" user_broker=\"own\""
            + " user_chihiro=\"right\";");
  }
}
