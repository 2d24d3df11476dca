package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.BrokerConnection.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the owner says about the broker reaches all clients that a topology makes for itself.
class SecuredTopologyTest {
  private static final Map<Setting, String> TOLD =
      Map.of(
          Setting.SECURITY_PROTOCOL, "SASL_SSL",
          Setting.SASL_JAAS_CONFIG, "the login",
          Setting.TRUSTSTORE, "/certificates/ca.crt");

  @BeforeEach
  void tell() {
    TOLD.forEach((setting, value) -> System.setProperty(setting.property(), value));
  }

  @AfterEach
  void forget() {
    TOLD.keySet().forEach(setting -> System.clearProperty(setting.property()));
  }

  @Test
  void allOfATopologysClientsAreSecured() {
    Properties properties = RunTopology.properties(new OwnSettings());
    StreamsConfig config = new StreamsConfig(properties);

    assertSecured(config.getMainConsumerConfigs("group", "client", 0));
    assertSecured(config.getRestoreConsumerConfigs("client"));
    assertSecured(config.getProducerConfigs("client"));
    assertSecured(config.getAdminConfigs("client"));
  }

  private record OwnSettings() implements IngestSettings {
    @Override
    public Path home() {
      return Path.of("home");
    }

    @Override
    public String broker() {
      return "broker:9093";
    }

    @Override
    public Optional<String> zones() {
      return Optional.empty();
    }

    @Override
    public Ingest ingest() {
      return new Usual();
    }
  }

  private record Usual() implements IngestSettings.Ingest {
    @Override
    public int playsPerDay() {
      return 3;
    }

    @Override
    public Duration shortestPlay() {
      return Duration.ofSeconds(30);
    }

    @Override
    public int rowsPerCheckpoint() {
      return 5000;
    }

    @Override
    public String instance() {
      return "1";
    }

    @Override
    public String address() {
      return "127.0.0.1:8082";
    }

    @Override
    public int standbys() {
      return 0;
    }
  }

  private static void assertSecured(Map<String, Object> config) {
    assertEquals("SASL_SSL", config.get("security.protocol"));
    assertEquals("SCRAM-SHA-512", config.get("sasl.mechanism"));
    assertEquals("the login", plain(config.getOrDefault("sasl.jaas.config", "none")));
    assertEquals("PEM", config.get("ssl.truststore.type"));
    assertEquals("/certificates/ca.crt", config.get("ssl.truststore.location"));
  }

  private static Object plain(Object value) {
    return value instanceof Password hidden ? hidden.value() : value;
  }
}
