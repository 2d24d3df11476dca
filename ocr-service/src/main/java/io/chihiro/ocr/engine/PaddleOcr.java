package io.chihiro.ocr.engine;

import ai.onnxruntime.OrtException;
import io.chihiro.events.Confidence;
import io.chihiro.ocr.photo.Picture;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/// The embedded engine, PP-OCRv4 by ONNX Runtime: reads print, and of handwriting a draft.
///
/// It wants the photo as the camera took it: evening out the light makes it read less. Safe for
/// many threads at once; closing waits for the pages being read.
public final class PaddleOcr implements OcrEngine, Closeable {
  static final String NAME = "paddle";

  private static final double LEAST_CONFIDENCE = 0.4; // below are rings of coffee, not words

  private final TextDetector detector;
  private final LineRecogniser recogniser;
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  /// Opens its networks, which takes half a second.
  ///
  /// @param threads that work on one page
  public PaddleOcr(int threads) {
    this.detector = new TextDetector(threads);
    this.recogniser = new LineRecogniser(threads);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Picture page) throws InterruptedException {
    open.readLock().lockInterruptibly();
    try {
      return closed ? new Reading.Failed("The engine is closed.") : read(Pixels.of(page.image()));
    } catch (OrtException broken) {
      return new Reading.Failed("The engine's network failed: " + broken.getCode() + ".");
    } finally {
      open.readLock().unlock();
    }
  }

  private Reading read(Pixels page) throws OrtException, InterruptedException {
    var lines = new ArrayList<List<LineText>>();
    for (var boxes : ReadingOrder.of(detector.find(page))) {
      lines.add(readLine(page, boxes));
    }
    lines.removeIf(List::isEmpty);
    return lines.isEmpty() ? new Reading.Refused("No text was found on the page.") : text(lines);
  }

  private List<LineText> readLine(Pixels page, List<TextBox> boxes)
      throws OrtException, InterruptedException {
    var texts = new ArrayList<LineText>();
    for (var box : boxes) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while reading a page");
      }
      var text = recogniser.read(page, box);
      if (!text.text().isEmpty() && text.confidence() >= LEAST_CONFIDENCE) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static Reading text(List<List<LineText>> lines) {
    var text =
        lines.stream()
            .map(line -> line.stream().map(LineText::text).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    return new Reading.Text(text, confidence(lines));
  }

  /// The mean over all characters.
  private static Confidence confidence(List<List<LineText>> lines) {
    var characters = 0;
    var sum = 0.0;
    for (var text : lines.stream().flatMap(List::stream).toList()) {
      characters += text.text().length();
      sum += text.text().length() * text.confidence();
    }
    return new Confidence(Math.clamp(sum / characters, 0, 1));
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        detector.close();
        recogniser.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
