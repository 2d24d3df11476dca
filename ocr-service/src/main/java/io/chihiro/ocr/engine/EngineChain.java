package io.chihiro.ocr.engine;

import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.ocr.photo.Picture;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks engines one after the other until one reads the page. As safe for threads as its engines.
public final class EngineChain implements AutoCloseable {
  private final List<OcrEngine> engines;

  /// @param engines in the order in which they are asked, at least one
  public EngineChain(List<OcrEngine> engines) {
    if (engines.isEmpty()) {
      throw new IllegalArgumentException("the chain of engines must name at least one");
    }
    this.engines = List.copyOf(engines);
  }

  /// The chain the settings ask for, opened.
  public static EngineChain of(EngineSettings settings) {
    var engines = new ArrayList<OcrEngine>();
    for (var engine : Engines.chain(settings)) {
      engines.add(engine.open(settings));
    }
    return new EngineChain(engines);
  }

  /// The names of the engines in the order in which they are asked.
  public List<String> names() {
    return engines.stream().map(OcrEngine::name).toList();
  }

  /// Reads a page with the first engine that can.
  public ChainReading read(Picture page) throws InterruptedException {
    var attempts = new ArrayList<Attempt>();
    Reading reading = new Reading.Failed("No engine was asked.");
    for (var engine : engines) {
      reading = engine.read(page);
      attempts.add(attempt(engine.name(), reading));
      if (reading instanceof Reading.Text) {
        break;
      }
    }
    return new ChainReading(reading, attempts);
  }

  private static Attempt attempt(String engine, Reading reading) {
    return switch (reading) {
      case Reading.Text _ -> new Attempt(engine, "read", Optional.empty());
      case Reading.Refused(var why) -> new Attempt(engine, "refused", Optional.of(why));
      case Reading.TimedOut(var why) -> new Attempt(engine, "timed out", Optional.of(why));
      case Reading.Failed(var why) -> new Attempt(engine, "failed", Optional.of(why));
    };
  }

  /// Closes the engines that hold something open.
  @Override
  public void close() {
    for (var engine : engines) {
      if (engine instanceof Closeable open) {
        close(engine.name(), open);
      }
    }
  }

  private static void close(String name, Closeable open) {
    try {
      open.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot close the engine " + name, broken);
    }
  }
}
