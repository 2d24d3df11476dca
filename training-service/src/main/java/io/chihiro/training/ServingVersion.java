package io.chihiro.training;

import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.models.ModelStore;
import io.chihiro.models.ModelStore.StoredModel;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.training.Judgement.Rival;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The version that serves, opened to be measured beside a new one; nothing where the base serves.
final class ServingVersion implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ServingVersion.class);

  private final Optional<Rival> rival;
  private final TextEncoder asking;

  private ServingVersion(Optional<Rival> rival, TextEncoder asking) {
    this.rival = rival;
    this.asking = asking;
  }

  /// Opens it.
  ///
  /// @param base what days are read with where it stands on the base
  /// @param asking what moods are read with where it leaves them to the base
  static ServingVersion open(
      Version serving, ModelStore store, int threads, TextEncoder base, TextEncoder asking) {
    Optional<Rival> rival =
        found(serving, store)
            .map(
                model ->
                    new Rival(
                        serving.version(),
                        model.days(threads, base),
                        model.queries(threads, asking)));
    return new ServingVersion(rival, asking);
  }

  // A serving version that cannot be opened is no rival: the base, which answers instead, is.
  private static Optional<StoredModel> found(Version serving, ModelStore store) {
    if (serving.version().equals(SentenceEncoder.VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(store.find(serving.name(), serving.version()));
    } catch (RuntimeException e) {
      LOG.errorf("the serving version is not measured: %s", e.getMessage());
      return Optional.empty();
    }
  }

  Optional<Rival> rival() {
    return rival;
  }

  /// Closes what is its own.
  @Override
  public void close() {
    rival.ifPresent(this::close);
  }

  private void close(Rival opened) {
    opened.days().close();
    if (!opened.questions().equals(asking)) {
      opened.questions().close();
    }
  }
}
