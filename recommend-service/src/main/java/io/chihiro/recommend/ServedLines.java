package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What reads what somebody looks for among lines: the version of `lines` that was promoted last,
/// else the encoder that ships with the program, which has read the lines. Thread-safe.
///
/// What was learned from what somebody brought answers that person alone.
final class ServedLines {
  /// The model's name, as a call gives it.
  static final String NAME = "lines";

  private final Supplier<ModelRegistry> models;
  private final QueryEncoders encoders;

  /// What one search is read with.
  ///
  /// @param version of the encoder
  record Reader(String version, TextEncoder encoder) {}

  /// @param encoders keeps the version open that the records ask for
  ServedLines(Supplier<ModelRegistry> models, QueryEncoders encoders) {
    this.models = models;
    this.encoders = encoders;
  }

  /// Opens what the records ask for now, before anybody is answered by it.
  void settle() {
    var _ = models.get().ofLines().flatMap(encoders::open);
  }

  /// What reads the words of a user.
  ///
  /// @param model `lines`, `base`, or nothing for whichever is better
  /// @throws RefusedException if the one that is named does not answer, with why
  Reader of(String user, @Nullable String model) {
    if (model == null) {
      return promoted(user).orElseGet(this::base);
    }
    return switch (model) {
      case SentenceEncoder.NAME -> base();
      case NAME -> named(user);
      default ->
          throw RefusedException.wrongCall("Lines are looked for with the model lines or base.");
    };
  }

  private Reader named(String user) {
    if (!isLearnedFrom(user)) {
      throw RefusedException.forbidden(
          "The model lines has learned from what this machine's owner brought, whom alone it"
              + " answers.");
    }
    return promoted(user).orElseThrow(this::nothing);
  }

  private Optional<Reader> promoted(String user) {
    return models
        .get()
        .ofLines()
        .filter(_ -> isLearnedFrom(user))
        .flatMap(
            version ->
                encoders.opened(version).map(encoder -> new Reader(version.version(), encoder)));
  }

  private Reader base() {
    return new Reader(SentenceEncoder.VERSION_INT8, encoders.base());
  }

  private RefusedException nothing() {
    return RefusedException.conflict(
        models
            .get()
            .ofLines()
            .map(ServedLines::closed)
            .orElseGet(() -> "No version of the model lines answers. " + reason()));
  }

  private static String closed(Version version) {
    return "Version %s of %s is not open; the model base answers."
        .formatted(version.version(), version.name());
  }

  private String reason() {
    return models.get().models().stream()
        .filter(model -> model.kind() == ModelTrained.Kind.LINES)
        .findFirst()
        .map(ModelTrained::reason)
        .orElse("It is learned from annotations of songs: import some, and train it.");
  }

  private static boolean isLearnedFrom(String user) {
    return user.equals(Identity.OWNER);
  }
}
