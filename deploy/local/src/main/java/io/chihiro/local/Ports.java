package io.chihiro.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// The eight neighbouring ports of one system, all on 127.0.0.1.
///
/// @param first the page's and the API's; the others follow it
public record Ports(int first) {
  /// Where the page answers unless the owner says otherwise.
  public static final int DEFAULT = 8080;

  private static final int COUNT = 8;
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  public Ports {
    if (first < 1 || first + COUNT - 1 > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "CHIHIRO_PORT must be from 1 to %d, because seven more ports follow it, not %d"
              .formatted(HIGHEST_PORT - COUNT + 1, first));
    }
  }

  /// Reads what the owner asked for.
  ///
  /// @param wanted the value of CHIHIRO_PORT, if there is one
  static Ports of(Optional<String> wanted) {
    try {
      return new Ports(wanted.map(value -> Integer.parseInt(value.strip())).orElse(DEFAULT));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "CHIHIRO_PORT must be a number, not '" + wanted.orElse("") + "'", e);
    }
  }

  public int recommend() {
    return first;
  }

  public int ocr() {
    return first + 1;
  }

  public int ingest() {
    return first + 2;
  }

  public int embedding() {
    return first + 3;
  }

  public int training() {
    return first + 4;
  }

  public int broker() {
    return first + 5;
  }

  public int controller() {
    return first + 6;
  }

  public int redis() {
    return first + 7;
  }

  /// Every port with the name of what answers there, in order.
  Map<Integer, String> named() {
    Map<Integer, String> named = new LinkedHashMap<>();
    named.put(recommend(), "recommend-service, which serves the page");
    named.put(ocr(), "ocr-service");
    named.put(ingest(), "ingest-service");
    named.put(embedding(), "embedding-service");
    named.put(training(), "training-service");
    named.put(broker(), "the broker");
    named.put(controller(), "the broker's controller");
    named.put(redis(), "Redis");
    return named;
  }

  /// The first of them that another program holds.
  Optional<Map.Entry<Integer, String>> taken() {
    return named().entrySet().stream().filter(port -> !isFree(port.getKey())).findFirst();
  }

  /// Eight ports that are free now, chosen below the range from which the system itself deals.
  public static Ports free() {
    SplittableRandom random = new SplittableRandom();
    for (int attempt = 0; attempt < 1000; attempt++) {
      Ports candidate = new Ports(random.nextInt(15_000, 32_000));
      if (candidate.taken().isEmpty()) {
        return candidate;
      }
    }
    throw new IllegalStateException("no eight neighbouring ports are free on 127.0.0.1");
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(address(port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
