package io.chihiro.ocr.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;

/// What Tesseract was trained to read: English comes along, other languages lie in a folder, such
/// as Debian's packages `tesseract-ocr-deu` and so on fill.
///
/// @param folder where the files lie; empty for what comes along
/// @param languages joined by `+`, such as `eng+deu`
record TrainedData(Optional<Path> folder, String languages) {
  private static final String BUNDLED = "eng";
  private static final String RESOURCE = "tessdata/eng.traineddata";
  private static final List<Path> USUAL_FOLDERS =
      List.of(
          Path.of("/usr/share/tesseract-ocr/5/tessdata"),
          Path.of("/usr/share/tesseract-ocr/4.00/tessdata"),
          Path.of("/usr/share/tessdata"));

  /// The data that the settings ask for.
  static TrainedData of(EngineSettings.Tesseract settings) {
    var languages = settings.languages();
    return settings.data().isEmpty() && languages.equals(BUNDLED)
        ? new TrainedData(Optional.empty(), languages)
        : new TrainedData(settings.data().or(TrainedData::usualFolder), languages);
  }

  private static Optional<Path> usualFolder() {
    return USUAL_FOLDERS.stream().filter(Files::isDirectory).findFirst();
  }

  /// A sentence that names what is missing, if something is.
  Optional<String> problem() {
    if (folder.isEmpty()) {
      return languages.equals(BUNDLED) ? Optional.empty() : Optional.of(missing(languages));
    }
    return Arrays.stream(languages.split("\\+"))
        .filter(language -> !Files.isReadable(file(language)))
        .findFirst()
        .map(TrainedData::missing);
  }

  private Path file(String language) {
    return folder.orElseThrow().resolve(language + ".traineddata");
  }

  private static String missing(String language) {
    return ("Tesseract's trained data for \"%s\" is missing: install Debian's tesseract-ocr-%s, or"
            + " name its folder in chihiro.ocr.tesseract.data.")
        .formatted(language, language);
  }

  /// Gives the data to an engine; whether it took them.
  boolean open(TessBaseAPI engine) {
    return folder
        .map(place -> engine.Init(place.toString(), languages) == 0)
        .orElseGet(() -> openBundled(engine));
  }

  private static boolean openBundled(TessBaseAPI engine) {
    try (var data = new BytePointer(OnnxModel.bytes(RESOURCE));
        var language = new BytePointer(BUNDLED, StandardCharsets.US_ASCII);
        var none = new StringVector()) {
      return engine.Init(
              data,
              (int) data.capacity(),
              language,
              tesseract.OEM_LSTM_ONLY,
              (PointerPointer<?>) null,
              0,
              none,
              none,
              false,
              null)
          == 0;
    }
  }
}
