package io.chihiro.shape;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// Whoever makes a client of the broker, of whatever kind, makes it of the one connection that the
/// owner has set: a client that was forgotten would go out in the clear, or not get in.
public final class BrokerClients {
  private static final String CONNECTION = "io.chihiro.events.BrokerConnection";
  private static final Set<String> CLIENTS =
      Set.of(
          "org.apache.kafka.clients.admin.Admin.create",
          "org.apache.kafka.clients.admin.AdminClient.create",
          "org.apache.kafka.clients.consumer.KafkaConsumer.<init>",
          "org.apache.kafka.clients.producer.KafkaProducer.<init>",
          "org.apache.kafka.streams.KafkaStreams.<init>");

  private BrokerClients() {}

  /// The rule.
  public static ArchRule areMadeOfTheConnection() {
    return classes()
        .that(describe("make a client of the broker", BrokerClients::makesOne))
        .should()
        .dependOnClassesThat(
            describe("are its connection", type -> type.getName().equals(CONNECTION)))
        .allowEmptyShould(true);
  }

  private static boolean makesOne(JavaClass type) {
    return type.getCodeUnitCallsFromSelf().stream()
        .anyMatch(
            call ->
                CLIENTS.contains(
                    call.getTargetOwner().getName() + "." + call.getTarget().getName()));
  }
}
