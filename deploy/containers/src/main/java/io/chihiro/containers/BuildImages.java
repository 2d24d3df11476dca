package io.chihiro.containers;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the images of all services, without any engine.
///
/// @param root of the project, built
/// @param folder for what is kept between builds, and for files
/// @param version their tag
/// @param base the image they stand on: its name in a registry, or `tar:` and a file
/// @param to `tar` for files that an engine can load, or what images in a registry begin with
record BuildImages(Path root, Path folder, String version, String base, String to) {
  private static final Logger LOG = LoggerFactory.getLogger(BuildImages.class);
  private static final String TAR = "tar";

  // The same files give the same image, whenever it is made.
  private static final Instant CREATED = Instant.EPOCH;

  /// Makes them all.
  ///
  /// @param args root, version, base, to, and kinds of processors with commas between
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    Path folder = root.resolve("deploy").resolve("containers").resolve("target");
    BuildImages images = new BuildImages(root, folder, args[1], args[2], args[3]);
    for (Service service : Service.values()) {
      for (String each : args[4].split(",", -1)) {
        images.build(service, Architecture.named(each));
      }
    }
  }

  /// Makes one.
  ///
  /// @return where it is
  String build(Service service, Architecture architecture)
      throws IOException,
          InterruptedException,
          RegistryException,
          CacheDirectoryCreationException,
          ExecutionException,
          InvalidImageReferenceException {
    ServiceImage image =
        new ServiceImage(
            service,
            ServiceFiles.of(root, service),
            architecture,
            folder.resolve("natives"),
            CREATED);
    String name = name(service, architecture);
    Containerizer place =
        containerizer(name, file(service, architecture))
            .setBaseImageLayersCache(folder.resolve("jib"))
            .setApplicationLayersCache(folder.resolve("jib"));
    var _ = image.on(underneath()).containerize(place);
    String where = to.equals(TAR) ? file(service, architecture).toString() : name;
    LOG.info("{}", where);
    return where;
  }

  private JibContainerBuilder underneath() throws InvalidImageReferenceException {
    if (base.equals("scratch")) {
      return Jib.fromScratch();
    }
    return base.startsWith(TAR + ":")
        ? Jib.from(TarImage.at(Path.of(base.substring(TAR.length() + 1))))
        : Jib.from(registry(base));
  }

  private Containerizer containerizer(String name, Path file)
      throws IOException, InvalidImageReferenceException {
    if (!to.equals(TAR)) {
      return Containerizer.to(registry(name));
    }
    Files.createDirectories(file.getParent());
    return Containerizer.to(TarImage.at(file).named(name));
  }

  /// Whoever is logged in with an engine or a helper is known here too.
  private static RegistryImage registry(String name) throws InvalidImageReferenceException {
    ImageReference reference = ImageReference.parse(name);
    RegistryImage image = RegistryImage.named(reference);
    CredentialRetrieverFactory known =
        CredentialRetrieverFactory.forImage(
            reference, event -> LOG.debug("{}", event.getMessage()));
    Stream.of(known.dockerConfig(), known.wellKnownCredentialHelpers())
        .forEach(image::addCredentialRetriever);
    return image;
  }

  // Loaded from a file, an image has the name that compose and Kubernetes know; in a registry those
  // of two processors lie side by side until a manifest joins them.
  private String name(Service service, Architecture architecture) {
    return to.equals(TAR)
        ? "chihiro/%s:%s".formatted(service.title(), version)
        : "%s/%s:%s-%s".formatted(to, service.title(), version, architecture.title());
  }

  private Path file(Service service, Architecture architecture) {
    return folder
        .resolve("images")
        .resolve("%s-%s.tar".formatted(service.title(), architecture.title()));
  }
}
