package io.chihiro.training.trainer;

import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.EraPrior;
import io.chihiro.models.Tfidf;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.training.trainer.Teaching.OfAnnotations;
import io.chihiro.training.trainer.Teaching.OfDays;
import io.chihiro.training.trainer.Teaching.OfSessions;
import io.chihiro.training.trainer.Teaching.OfTastes;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every model that can be trained.
public enum Trainers {
  SBERT("sbert", Kind.ENCODER),
  VAE("vae", Kind.DENSE),
  TRIPLET_ENCODER("triplet-encoder", Kind.DENSE),
  TFIDF(Tfidf.NAME, Kind.TFIDF),
  ERA_PRIOR(EraPrior.NAME, Kind.PRIOR),
  COMPANY(SongCompany.NAME, Kind.SONGS),
  TASTES(SharedTastes.NAME, Kind.SONGS),
  LINES(QueryTrainer.MODEL, Kind.LINES);

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

  /// What makes versions of it.
  public Teaching teaching() {
    return switch (this) {
      case SBERT -> new OfDays(new EncoderTrainer());
      case VAE -> new OfDays(new VaeTrainer());
      case TRIPLET_ENCODER -> new OfDays(new TripletEncoderTrainer());
      case TFIDF -> new OfDays(new WordsTrainer());
      case ERA_PRIOR -> new OfDays(new EraPriorTrainer());
      case COMPANY -> new OfSessions();
      case TASTES -> new OfTastes();
      case LINES -> new OfAnnotations();
    };
  }

  /// The names of all of them, for people.
  public static String names() {
    return Arrays.stream(values()).map(Trainers::model).collect(Collectors.joining(", "));
  }

  /// The one of this name.
  public static Optional<Trainers> of(String model) {
    return Arrays.stream(values()).filter(each -> each.model.equals(model)).findFirst();
  }
}
