package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.EnginesChosen.Server;
import io.chihiro.events.Vocabulary;
import io.chihiro.keys.Unsealed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A room of engines over a folder, with short pauses, for one owner.
final class EngineWorld implements AutoCloseable {
  static final String OWNER = "owner";
  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  final KeptAnswers kept;
  final EngineRoom room;
  boolean isPrivate;

  private EngineWorld(Path folder, Map<String, String> environment) {
    var settings = new HashMap<>(environment);
    settings.putIfAbsent("CHIHIRO_OCR_REMOTE_FIRST_PAUSE", "0.01S");
    settings.putIfAbsent("CHIHIRO_OCR_VISION_TIMEOUT", "5S");
    this.kept = new KeptAnswers(folder, new Unsealed(), InstantSource.fixed(NOW));
    this.room = new EngineRoom(EngineSettingsTest.settings(settings), kept);
  }

  static EngineWorld in(Path folder) {
    return new EngineWorld(folder, Map.of());
  }

  static EngineWorld in(Path folder, Map<String, String> environment) {
    return new EngineWorld(folder, environment);
  }

  /// The owner who has confirmed a server.
  static EnginesChosen confirmed(URI server) {
    return new EnginesChosen(
        OWNER,
        List.of("vision"),
        List.of(),
        Optional.of(new Server(server.toString(), "some-model")),
        EnginesChosen.MONTHLY_PAGES,
        Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  ChainReading read(EnginesChosen chosen, String photo) throws Exception {
    var page = new PageToRead(OWNER, photo, new InMemoryImage(), () -> isPrivate);
    return room.chain(chosen).read(page);
  }

  @Override
  public void close() {
    room.close();
  }
}
