package io.chihiro.embedding;

/// An encoder that fails is no fault of the texts, and says nothing about the other encoders.
final class EncoderFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  EncoderFailedException(String version, RuntimeException cause) {
    super("an encoder failed", cause);
    problem = version + " cannot encode: " + told(cause);
  }

  // The models' own sentences name no text; whatever else is thrown might.
  private static String told(RuntimeException cause) {
    String sentence = cause.getMessage();
    return cause instanceof IllegalStateException && sentence != null
        ? sentence
        : cause.getClass().getSimpleName();
  }

  /// What is wrong, without any of the text.
  String problem() {
    return problem;
  }
}
