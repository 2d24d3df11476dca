package io.chihiro.ocr.engine;

import io.chihiro.events.Confidence;
import io.chihiro.ocr.photo.Picture;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.TessBaseAPI;

/// Tesseract 5, inside this process: a second pair of eyes for print and neat hands. It expects a
/// scan, so light is evened out and the page laid straight first. Reads one page at a time, on one
/// thread: this build of it knows no OpenMP, so no environment variable has to hold it back.
final class Tesseract implements OcrEngine, Closeable {
  static final String NAME = "tesseract";

  private static final double STRAIGHT_RADIANS = Math.toRadians(0.15); // below, turning only blurs
  private static final int DOTS_PER_INCH = 200; // a page of a notebook, 2,000 pixels high
  private static final double PERCENT = 100;

  private final TessBaseAPI engine = new TessBaseAPI();
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  /// @param data what it was trained to read
  Tesseract(TrainedData data) {
    if (!data.open(engine)) {
      engine.close();
      throw new IllegalStateException("Tesseract does not take its trained data");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Picture page) throws InterruptedException {
    var even = GrayPage.of(SentPage.reduced(page.image())).withEvenLight();
    var tilt = Tilt.of(even);
    var straight = Math.abs(tilt) < STRAIGHT_RADIANS ? even : even.turned(-tilt);
    turn.lockInterruptibly();
    try {
      return closed ? new Reading.Failed("The engine is closed.") : read(straight);
    } finally {
      turn.unlock();
    }
  }

  private Reading read(GrayPage page) {
    try (var shades = new BytePointer(page.shades())) {
      engine.SetImage(shades, page.width(), page.height(), 1, page.width());
      engine.SetSourceResolution(DOTS_PER_INCH);
      return text();
    } finally {
      engine.Clear();
    }
  }

  private Reading text() {
    try (var found = engine.GetUTF8Text()) {
      if (found == null || found.isNull()) {
        return new Reading.Failed("The engine could not make anything of the picture.");
      }
      var text = found.getString(StandardCharsets.UTF_8).strip().replaceAll("\\n{2,}", "\n");
      return text.isEmpty()
          ? new Reading.Refused("No text was found on the page.")
          : new Reading.Text(text, confidence());
    }
  }

  private Confidence confidence() {
    return new Confidence(Math.clamp(engine.MeanTextConf() / PERCENT, 0, 1));
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        engine.End();
        engine.close();
      }
    } finally {
      turn.unlock();
    }
  }
}
