package io.chihiro.models.sequences;

/// Every way of telling which songs live together.
public enum SequenceModels {
  /// Vectors that are learned.
  SKIP_GRAM("skip-gram"),
  /// Co-occurrence that is counted.
  PMI("pmi"),
  /// The most frequent songs, whatever is asked.
  MOST_POPULAR("most-popular");

  private final String words;

  SequenceModels(String words) {
    this.words = words;
  }

  /// As tables call it.
  public String words() {
    return words;
  }

  /// The model of these sequences.
  ///
  /// @param config the window is everybody's, the rest is the skip-gram's
  public SequenceModel of(Corpus corpus, SkipGram.Config config, LearningRun run)
      throws InterruptedException {
    return switch (this) {
      case SKIP_GRAM -> SkipGram.learn(corpus, config, run);
      case PMI -> Pmi.of(corpus, config.window());
      case MOST_POPULAR -> new MostPopular(corpus.vocabulary());
    };
  }
}
