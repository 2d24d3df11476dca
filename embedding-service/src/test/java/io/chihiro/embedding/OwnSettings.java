package io.chihiro.embedding;

/// Settings for a service that stands alone in a test.
record OwnSettings(String broker) implements EmbeddingSettings {
  @Override
  public Models models() {
    return () -> "models";
  }

  @Override
  public Embedding embedding() {
    return new Embedding() {
      @Override
      public int threads() {
        return 2;
      }

      @Override
      public String instance() {
        return "1";
      }
    };
  }
}
