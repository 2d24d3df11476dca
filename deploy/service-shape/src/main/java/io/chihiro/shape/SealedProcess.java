package io.chihiro.shape;

import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.keys.Unsealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Lets a test's process seal with keys of its own, which whoever asks for a [KeyRing] is given.
/// Afterwards nothing is sealed, as before.
public final class SealedProcess
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(SealedProcess.class);

  /// The keys of one test, and where they lie.
  private record Opened(Path home, KeyRing keys) {}

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    Path home = Files.createTempDirectory("keys-");
    Opened opened = new Opened(home, KeyPlaces.in(home).open());
    test.getStore(OURS).put(Opened.class, opened);
    ProcessSeal.install(opened.keys());
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    ProcessSeal.install(new Unsealed());
    for (Path each : deepestFirst(opened(test).home())) {
      Files.delete(each);
    }
  }

  private static List<Path> deepestFirst(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType().equals(KeyRing.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return opened(test).keys();
  }

  private static Opened opened(ExtensionContext test) {
    return Objects.requireNonNull(test.getStore(OURS).get(Opened.class, Opened.class));
  }
}
