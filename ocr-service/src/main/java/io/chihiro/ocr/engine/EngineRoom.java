package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// What the chains of all users share: networks in memory, lines to servers and what guards them,
/// and what was answered. Engines inside the process are opened when they are first needed.
/// Thread-safe.
public final class EngineRoom implements AutoCloseable {
  /// Whether an engine could be asked.
  ///
  /// @param sends whether pages leave this machine
  /// @param problem what is missing, as a sentence
  public record EngineState(String name, boolean ready, boolean sends, Optional<String> problem) {}

  private final EngineSettings settings;
  private final KeptAnswers kept;
  private final Allowance allowance;
  private final HttpClient client;
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();
  private final Semaphore paddlePlaces;
  private final Semaphore tesseractPlaces = new Semaphore(1);
  private Optional<PaddleOcr> paddle = Optional.empty();
  private Optional<Tesseract> tesseract = Optional.empty();

  /// Asks nobody yet.
  public EngineRoom(EngineSettings settings, KeptAnswers kept) {
    this(settings, kept, RemoteServer.newClient());
  }

  EngineRoom(EngineSettings settings, KeptAnswers kept, HttpClient client) {
    this.settings = settings;
    this.kept = kept;
    this.allowance = new Allowance(kept);
    this.client = client;
    this.paddlePlaces = new Semaphore(settings.paddle().pages());
    var _ = settings.vision().server(); // an address that is none is said at once
  }

  /// The engines a user wants to be asked, in order.
  public EngineChain chain(EnginesChosen chosen) {
    return EngineChain.of(order(chosen).stream().map(engine -> engine.turn(this, chosen)).toList());
  }

  /// The order of a user: chosen, or as the service is set up; unless either says otherwise, a
  /// vision server that may be asked comes first and the embedded engine last.
  public List<Engines> order(EnginesChosen chosen) {
    var named = chosen.chain().stream().map(Engines::of).flatMap(Optional::stream).toList();
    if (!named.isEmpty()) {
      return named;
    }
    return settings
        .chain()
        .orElseGet(
            () ->
                chosen.server().isPresent() || settings.vision().isConfigured()
                    ? List.of(Engines.VISION, Engines.PADDLE)
                    : List.of(Engines.PADDLE));
  }

  /// The vision server of a user: the one that was confirmed, else the one of the settings.
  public Optional<VisionSettings> server(EnginesChosen chosen) {
    return chosen.server().map(settings.vision()::confirmed).or(() -> settings.vision().server());
  }

  /// Every engine there is, and whether it could be asked for a user.
  public List<EngineState> states(EnginesChosen chosen) {
    return Arrays.stream(Engines.values()).map(engine -> state(engine.turn(this, chosen))).toList();
  }

  private static EngineState state(Turn turn) {
    return switch (turn) {
      case ClosedTurn(var name, var why) -> new EngineState(name, false, false, Optional.of(why));
      case RemoteTurn asked ->
          new EngineState(asked.name(), true, asked.engine().sends(), Optional.empty());
      case LocalTurn local -> new EngineState(local.name(), true, false, Optional.empty());
    };
  }

  /// Vision servers on this machine that nobody has named yet.
  public LocalServers servers() {
    return new LocalServers(client, settings.vision().ports());
  }

  Turn vision(EnginesChosen chosen) {
    return server(chosen)
        .<Turn>map(server -> remote(new OpenAiVision(client, server, chosen.vocabulary()), chosen))
        .orElseGet(
            () ->
                new ClosedTurn(
                    OpenAiVision.NAME,
                    "chihiro.ocr.vision.base-url and chihiro.ocr.vision.model must both be set."));
  }

  Turn google(EnginesChosen chosen) {
    return settings
        .google()
        .key()
        .<Turn>map(key -> remote(new GoogleVision(client, settings.google(), key), chosen))
        .orElseGet(() -> new ClosedTurn(GoogleVision.NAME, "chihiro.ocr.google.key must be set."));
  }

  private Turn remote(RemoteEngine engine, EnginesChosen chosen) {
    var guard = guards.computeIfAbsent(engine.name(), _ -> new Guard(settings.remote()));
    return new RemoteTurn(engine, guard, kept, allowance, chosen);
  }

  Turn paddle() {
    return new LocalTurn(PaddleOcr.NAME, this::openPaddle, paddlePlaces);
  }

  private synchronized PaddleOcr openPaddle() {
    var open = paddle.orElseGet(() -> new PaddleOcr(settings.paddle().threads()));
    paddle = Optional.of(open);
    return open;
  }

  Turn tesseract() {
    var data = TrainedData.of(settings.tesseract());
    return data.problem()
        .<Turn>map(problem -> new ClosedTurn(Tesseract.NAME, problem))
        .orElseGet(() -> new LocalTurn(Tesseract.NAME, () -> openTesseract(data), tesseractPlaces));
  }

  private synchronized Tesseract openTesseract(TrainedData data) {
    var open = tesseract.orElseGet(() -> new Tesseract(data));
    tesseract = Optional.of(open);
    return open;
  }

  @Override
  public synchronized void close() {
    client.shutdownNow();
    paddle.ifPresent(PaddleOcr::close);
    tesseract.ifPresent(Tesseract::close);
  }
}
