package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the images of the built services consist of.
class ImagesIT {
  /// Libraries that bring theirs for every processor in one jar: where they lie in it.
  private static final Map<String, Function<Architecture, String>> INSIDE =
      Map.of(
          "com.microsoft.onnxruntime.onnxruntime-",
          both("ai/onnxruntime/native/linux-%s/libonnxruntime.so", "x64", "aarch64"),
          "org.rocksdb.rocksdbjni-",
          both("librocksdbjni-linux%s.so", "64", "-aarch64"),
          "ai.djl.huggingface.tokenizers-",
          both("native/lib/linux-%s/cpu/libtokenizers.so", "x86_64", "aarch64"),
          "ai.djl.pytorch.pytorch-jni-",
          both("jnilib/linux-%s/cpu/libdjl_torch.so", "x86_64", "aarch64"),
          "org.xerial.snappy.snappy-java-",
          both("org/xerial/snappy/native/Linux/%s/libsnappyjava.so", "x86_64", "aarch64"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Service.class)
  void everythingThatWasBuiltIsInItOnce(Service service) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (FileEntriesLayer layer : image(service, Architecture.AMD64).layers()) {
      layer.getEntries().stream()
          .map(FileEntry::getSourceFile)
          .filter(Files::isRegularFile)
          .forEach(sources::add);
    }

    assertEquals(Kustomization.below(files(service).folder()), new TreeSet<>(sources));
    assertEquals(sources.size(), new HashSet<>(sources).size());
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void nativeLibrariesAreThereForBothProcessors(Service service) throws IOException {
    for (Path jar : files(service).dependencies()) {
      String name = jar.getFileName().toString();
      for (var library : INSIDE.entrySet()) {
        if (name.startsWith(library.getKey())) {
          for (Architecture each : Architecture.values()) {
            holds(jar, library.getValue().apply(each));
          }
        }
      }
    }
    twins(service);
    Set<String> natives = paths(image(service, Architecture.ARM64).layers().get(2));
    assertEquals(files(service).natives().size(), natives.size());
    assertTrue(natives.stream().noneMatch(path -> path.contains("x86_64")), natives::toString);
  }

  @Test
  void photosAndTrainingsFindTheirNativeLibraries() throws IOException {
    assertNative(Service.TRAINING, "ai.djl.pytorch.pytorch-native-cpu-");
    for (String each : List.of("ffmpeg", "javacpp", "leptonica", "tesseract")) {
      assertNative(Service.OCR, "org.bytedeco." + each + "-");
    }
  }

  @Test
  void aProcessorWhoseLibrariesAreMissingHasNoImage() {
    var missing =
        assertThrows(
            IllegalStateException.class, () -> image(Service.OCR, Architecture.ARM64).layers());

    assertTrue(String.valueOf(missing.getMessage()).contains("arm64"), missing::toString);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void theCommandIsThatOfTheLauncher(Service service) throws IOException {
    List<String> command = image(service, Architecture.AMD64).entrypoint();

    assertEquals("java", command.getFirst());
    assertTrue(command.containsAll(service.jvmFlags(Path.of("/data/cache"))), command::toString);
    assertTrue(command.contains("--add-opens=java.base/java.lang=ALL-UNNAMED"));
    assertEquals("/app/quarkus-run.jar:/app/natives/*", command.get(command.indexOf("-cp") + 1));
    assertFalse(command.contains("-jar"));
  }

  private void twins(Service service) throws IOException {
    for (Path jar : files(service).natives()) {
      var _ = Files.write(Architecture.ARM64.twin(jar, folder), new byte[0]);
    }
  }

  private static void assertNative(Service service, String begin) throws IOException {
    assertTrue(
        files(service).natives().stream()
            .anyMatch(jar -> jar.getFileName().toString().startsWith(begin)),
        service + " has no " + begin);
  }

  private static void holds(Path jar, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertTrue(zip.getEntry(entry) != null, jar + " has no " + entry);
    }
  }

  private ServiceImage image(Service service, Architecture architecture) {
    return new ServiceImage(service, files(service), architecture, folder, Instant.EPOCH);
  }

  private static ServiceFiles files(Service service) {
    return ServiceFiles.of(DeployFiles.ROOT.normalize(), service);
  }

  private static Set<String> paths(FileEntriesLayer layer) {
    Set<String> paths = new TreeSet<>();
    layer.getEntries().forEach(each -> paths.add(each.getExtractionPath().toString()));
    return paths;
  }

  private static Function<Architecture, String> both(String path, String amd64, String arm64) {
    return architecture ->
        switch (architecture) {
          case AMD64 -> path.formatted(amd64);
          case ARM64 -> path.formatted(arm64);
        };
  }
}
