package io.chihiro.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the sample life of the fixed seed into the folder named.
public final class WriteSampleLife {
  private static final float FOR_CONVERSION = 0.97f;

  private WriteSampleLife() {}

  /// `<folder>`, or `--heic-source <folder>` for the JPEG that the HEIC page is converted from.
  public static void main(String[] arguments) throws IOException {
    boolean forHeic = arguments.length == 2 && arguments[0].equals("--heic-source");
    if (arguments.length != 1 && !forHeic) {
      System.err.println("Name the folder to write the sample life into.");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[arguments.length - 1]));
    if (forHeic) {
      writeHeicSource(folder);
      return;
    }
    SampleLife.fixed().write(folder);
  }

  private static void writeHeicSource(Path folder) throws IOException {
    for (PhotographedPage page : SampleLife.fixed().journal().pages()) {
      if (page.format() == PhotographedPage.Format.HEIC) {
        Files.write(folder.resolve(page.file() + ".jpg"), page.jpeg(FOR_CONVERSION));
        Files.writeString(folder.resolve(page.file() + ".txt"), page.transcript());
      }
    }
  }
}
