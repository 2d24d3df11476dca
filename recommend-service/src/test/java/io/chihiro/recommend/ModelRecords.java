package io.chihiro.recommend;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Records of models as training-service writes them.
final class ModelRecords {
  private ModelRecords() {}

  /// A model that serves all since then.
  ///
  /// @param before versions that are kept beside the serving one
  static ModelTrained serving(String name, Instant since, String version, String... before) {
    return model(name, since, Optional.of(since), version, before);
  }

  /// A model that answers those who name it.
  static ModelTrained named(String name, Instant trained, String version) {
    return model(name, trained, Optional.empty(), version);
  }

  private static ModelTrained model(
      String name, Instant trained, Optional<Instant> since, String version, String... before) {
    return new ModelTrained(
        name,
        version,
        name + "/" + version,
        trained,
        Map.of(),
        true,
        "It is better.",
        Kind.ENCODER,
        Optional.of(version),
        since,
        false,
        Stream.concat(Stream.of(version), Stream.of(before))
            .map(each -> new Kept(each, name + "/" + each, trained))
            .toList());
  }
}
