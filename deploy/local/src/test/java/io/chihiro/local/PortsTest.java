package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void everyPortFollowsFromTheFirst() {
    Ports ports = Ports.of(Optional.of("9000"));
    assertEquals(
        List.of(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007),
        List.copyOf(ports.named().keySet()));
    assertEquals(9005, ports.broker());
    assertEquals(9007, ports.redis());
  }

  @Test
  void withoutAWishThePageIsAt8080() {
    assertEquals(8080, Ports.of(Optional.empty()).first());
    assertEquals(
        List.of(8081, 8082, 8083, 8084, 8080),
        Stream.of(Service.values()).map(service -> service.port(new Ports(8080))).toList());
  }

  @Test
  void whatIsNoPortIsRefusedInASentence() {
    for (String wrong : List.of("0", "-1", "65530", "eighty", "")) {
      Exception refused =
          assertThrows(IllegalArgumentException.class, () -> Ports.of(Optional.of(wrong)));
      assertTrue(refused.toString().contains("CHIHIRO_PORT must be"));
    }
  }

  @Test
  void aPortThatAnotherProgramHoldsIsNamed() throws Exception {
    Ports ports = Ports.free();
    try (ServerSocket _ = new ServerSocket(ports.broker(), 1, InetAddress.getLoopbackAddress())) {
      assertEquals("the broker", ports.taken().orElseThrow().getValue());
    }
    assertTrue(ports.taken().isEmpty());
  }
}
