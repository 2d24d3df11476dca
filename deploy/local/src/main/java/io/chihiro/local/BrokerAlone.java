package io.chihiro.local;

import java.time.Duration;

/// The broker of a home on which nothing else runs, for as long as a command needs it.
final class BrokerAlone implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Supervisor supervisor;
  private final Ports ports;

  private BrokerAlone(Supervisor supervisor, Ports ports) {
    this.supervisor = supervisor;
    this.ports = ports;
  }

  /// Starts it on ports that are free; the system may come up on others.
  ///
  /// @throws TroubleException if something runs on the home, or the broker does not start
  static BrokerAlone on(Context context, Home home) throws InterruptedException {
    Ports ports = Ports.free();
    home.prepare();
    Supervisor supervisor = new Supervisor(home, _ -> {});
    if (!supervisor.holdHome()) {
      throw new TroubleException("Another command works on " + home.folder() + " just now.");
    }
    supervisor.add(
        new Programs(
                context.root(), home, ports, Environment.of(context.environment(), home, ports))
            .broker());
    BrokerAlone alone = new BrokerAlone(supervisor, ports);
    alone.await(home);
    return alone;
  }

  /// Where it answers, as `host:port`.
  String address() {
    return "127.0.0.1:" + ports.broker();
  }

  @Override
  public void close() {
    supervisor.close();
  }

  private void await(Home home) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Ports.answers(ports.broker())) {
      if (System.nanoTime() > end) {
        close();
        throw new TroubleException(
            "The broker does not start; its log is " + home.log(Programs.BROKER));
      }
      Thread.sleep(PAUSE);
    }
  }
}
