package io.chihiro.training;

import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.training.trainer.Options.RecipeName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the owner may set; every value has a default that works at home.
@ConfigMapping(prefix = "chihiro")
public interface TrainingSettings {
  /// `host:port` of the broker.
  String broker();

  Models models();

  Ingest ingest();

  Training training();

  /// What ingest-service is told as well: which plays count.
  interface Ingest {
    /// A play shorter than this is none, unless its owner says otherwise.
    @WithDefault("30S")
    Duration shortestPlay();
  }

  /// Where fitted models are kept.
  interface Models {
    /// The folder of the model store.
    @WithDefault("${chihiro.home}/models")
    Path folder();

    /// A bucket that is the model store; the folder is then what was brought from it.
    BucketSettings bucket();
  }

  /// What concerns this service alone.
  interface Training {
    /// What is needed while a model is trained: checkpoints, and what is not judged yet.
    @WithDefault("${chihiro.home}/training")
    Path folder();

    /// The most days that are held out in one measurement, or learned from: the latest ones.
    @WithDefault("1000")
    int mostDays();

    /// The fewest days with songs that a model may be trained on: a fifth of them is held out, and
    /// with fewer than a dozen of those nothing can be told from chance.
    @WithDefault("60")
    int fewestDays();

    /// The fewest sessions of listening that a model may learn the company of songs from, for the
    /// same reason.
    @WithDefault("60")
    int fewestSessions();

    /// The fewest annotations of lines that the reading of questions may be learned from: a fifth
    /// of their songs is held out, and a batch takes 32.
    @WithDefault("100")
    int fewestPairs();

    /// The fewest personas by which such a version may be judged: with fewer than a dozen nothing
    /// can be told from chance.
    @WithDefault("12")
    int fewestPersonas();

    /// Lines of other songs, at most, among which the songs are looked for that are right for a
    /// persona; 384 bytes of memory each.
    @WithDefault("200000")
    int mostLines();

    /// Inverse temperature of the soft mean, as answers use it.
    @WithDefault("20")
    double inverseTemperature();

    /// What is trained when nobody asks for it: at the schedule, and after new days.
    @WithDefault("sbert,company,tastes")
    List<String> unasked();

    /// When the schedule looks whether there is something to learn, as a cron expression; `off` for
    /// never.
    @WithDefault("0 30 3 * * ?")
    String schedule();

    /// New days with songs since the last training from which the schedule trains again.
    @WithDefault("30")
    int newDays();

    /// New days with songs from which a training begins without waiting for the schedule; 0 for
    /// never.
    @WithDefault("365")
    int manyNewDays();

    /// How long no day may have changed, nor the service have begun, before a training begins that
    /// nobody asked for.
    @WithDefault("PT6H")
    Duration rest();

    /// A HuggingFace folder (BERT, RoBERTa, MPNet) to tune instead of the built-in encoder.
    Optional<Path> encoder();

    /// `careful` or `paper`.
    @WithDefault("careful")
    RecipeName recipe();

    /// Which days judge: `folds`, all of them, a fifth at a time, which takes six trainings; or
    /// with one training `held-out`, a fifth of them drawn from all, or `replay`, the latest
    /// fifth, as if the others were all that is known.
    @WithDefault("folds")
    JudgingDays judgedBy();

    /// Where tuning stops although epochs are left.
    @WithDefault("120")
    long mostSteps();

    /// Steps between two checkpoints.
    @WithDefault("20")
    long checkpointSteps();

    /// Shares of tuned weights that are weighed against each other; above a half moods lose.
    @WithDefault("0.25,0.5")
    List<Double> shares();

    /// Whether moods are read by the untuned encoder even when days are read by a tuned one.
    @WithDefault("false")
    boolean queryStaysBase();

    /// Texts encoded side by side.
    @WithDefault("2")
    int threads();

    /// Where all randomness begins.
    @WithDefault("20261122")
    long seed();

    /// Versions of one model whose files and vectors stay for a rollback, the serving one included.
    @WithDefault("3")
    int mostKept();
  }
}
