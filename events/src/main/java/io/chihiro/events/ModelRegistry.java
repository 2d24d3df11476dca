package io.chihiro.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the records of all models say together: who answers, who else may be asked, and whose
/// vectors are kept.
///
/// @param models at most one record a name
public record ModelRegistry(List<ModelTrained> models) {
  // What is served since the latest comes first; a record without that moment never serves all.
  private static final Comparator<ModelTrained> LATEST_FIRST =
      Comparator.comparing((ModelTrained model) -> model.servingSince().orElse(Instant.MIN))
          .reversed()
          .thenComparing(ModelTrained::name);

  /// One version of one model.
  public record Version(String name, String version) {}

  public ModelRegistry {
    models = models.stream().sorted(LATEST_FIRST).toList();
  }

  /// The registry that these records make.
  public static ModelRegistry of(Collection<ModelTrained> models) {
    return new ModelRegistry(List.copyOf(models));
  }

  /// Who answers those who name no model: the version that serves first, behind it those to fall
  /// back to while it is not ready. What ships with the program is not listed; it comes last.
  public List<Version> order() {
    return versions(model -> model.servingSince().isPresent());
  }

  /// Every version under which days are to have vectors, but for what ships with the program.
  public List<Version> wanted() {
    return versions(_ -> true);
  }

  /// Whether anybody may still ask for a version, now or after a rollback.
  public boolean holds(String name, String version) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .flatMap(ModelRegistry::versions)
        .anyMatch(each -> each.version().equals(version));
  }

  /// The version that answers whoever names a model.
  public Optional<Version> named(String name) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .flatMap(model -> model.serving().stream().map(version -> new Version(name, version)))
        .findFirst();
  }

  /// Every version whose encoder somebody may be answered by.
  public List<Version> encoders() {
    List<Version> all = new ArrayList<>(wanted());
    ofLines().ifPresent(all::add);
    return all;
  }

  /// The version that reads what somebody looks for among lines; empty where the base does.
  public Optional<Version> ofLines() {
    return models.stream()
        .filter(model -> model.kind() == ModelTrained.Kind.LINES)
        .flatMap(
            model -> model.serving().stream().map(version -> new Version(model.name(), version)))
        .findFirst();
  }

  private List<Version> versions(Predicate<ModelTrained> chosen) {
    List<Version> versions = new ArrayList<>();
    models.stream()
        .filter(model -> model.kind().hasVectors() && chosen.test(model))
        .flatMap(ModelRegistry::versions)
        .filter(version -> !versions.contains(version))
        .forEach(versions::add);
    return versions;
  }

  private static Stream<Version> versions(ModelTrained model) {
    Stream<String> kept = model.kept().stream().map(ModelTrained.Kept::version);
    return Stream.concat(model.serving().stream(), kept)
        .map(version -> new Version(model.name(), version));
  }
}
