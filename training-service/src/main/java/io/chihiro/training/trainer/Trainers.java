package io.chihiro.training.trainer;

import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.EraPrior;
import io.chihiro.models.Tfidf;
import java.util.Arrays;
import java.util.Optional;

/// Every model that can be trained.
public enum Trainers {
  SBERT("sbert", Kind.ENCODER),
  VAE("vae", Kind.DENSE),
  TRIPLET_ENCODER("triplet-encoder", Kind.DENSE),
  TFIDF(Tfidf.NAME, Kind.TFIDF),
  ERA_PRIOR(EraPrior.NAME, Kind.PRIOR);

  private final String model;
  private final Kind kind;

  Trainers(String model, Kind kind) {
    this.model = model;
    this.kind = kind;
  }

  /// The model's name, as a request gives it.
  public String model() {
    return model;
  }

  /// How it answers.
  public Kind kind() {
    return kind;
  }

  /// What makes a version of it.
  public ModelTrainer trainer() {
    return switch (this) {
      case SBERT -> new EncoderTrainer();
      case VAE -> new VaeTrainer();
      case TRIPLET_ENCODER -> new TripletEncoderTrainer();
      case TFIDF -> new WordsTrainer();
      case ERA_PRIOR -> new EraPriorTrainer();
    };
  }

  /// The one of this name.
  public static Optional<Trainers> of(String model) {
    return Arrays.stream(values()).filter(each -> each.model.equals(model)).findFirst();
  }
}
