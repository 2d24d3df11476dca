package io.chihiro.ocr.engine;

import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Asks engines one after the other until one reads the page. As safe for threads as its engines.
public final class EngineChain {
  private final List<Turn> turns;

  private EngineChain(List<Turn> turns) {
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("the chain of engines must name at least one");
    }
    this.turns = List.copyOf(turns);
  }

  /// @param turns in the order in which they are taken, at least one
  static EngineChain of(List<Turn> turns) {
    return new EngineChain(turns);
  }

  /// A chain of engines that work inside this process.
  public static EngineChain ofLocal(List<? extends OcrEngine> engines) {
    var turns = new ArrayList<Turn>();
    engines.forEach(
        engine -> turns.add(new LocalTurn(engine.name(), () -> engine, new Semaphore(1))));
    return new EngineChain(turns);
  }

  /// The names of the engines in the order in which they are asked.
  public List<String> names() {
    return turns.stream().map(Turn::name).toList();
  }

  /// One engine of the chain, alone.
  public Optional<EngineChain> only(String name) {
    return turns.stream()
        .filter(turn -> turn.name().equals(name))
        .findFirst()
        .map(turn -> new EngineChain(List.of(turn)));
  }

  /// Reads a page with the first engine that can.
  public ChainReading read(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    var attempts = new ArrayList<Attempt>();
    Reading reading = new Reading.NotAsked("No engine was asked.");
    for (var turn : turns) {
      reading = turn.take(page);
      attempts.add(attempt(turn.name(), reading));
      if (reading instanceof Reading.Text) {
        break;
      }
    }
    return new ChainReading(reading, attempts);
  }

  /// The day on which a page was written, as far as the engine that read it can tell: by the dates
  /// it saw, else by asking it a second time. For pages whose own words tell no day.
  ///
  /// @param engine who read it
  public Optional<LocalDate> day(PageToRead page, String engine, Reading.Text read)
      throws IOException, UnusablePhotoException, InterruptedException {
    if (!read.dates().isEmpty()) {
      return Optional.of(read.dates().getFirst());
    }
    for (var turn : turns) {
      if (turn instanceof RemoteTurn asked && asked.name().equals(engine)) {
        return asked.day(page, read.text());
      }
    }
    return Optional.empty();
  }

  private static Attempt attempt(String engine, Reading reading) {
    return switch (reading) {
      case Reading.Text _ -> new Attempt(engine, "read", Optional.empty());
      case Reading.Refused(var why) -> new Attempt(engine, "refused", Optional.of(why));
      case Reading.TimedOut(var why) -> new Attempt(engine, "timed out", Optional.of(why));
      case Reading.Failed(var why) -> new Attempt(engine, "failed", Optional.of(why));
      case Reading.NotAsked(var why) -> new Attempt(engine, "not asked", Optional.of(why));
    };
  }
}
