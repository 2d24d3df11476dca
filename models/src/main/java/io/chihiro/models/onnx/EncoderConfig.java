package io.chihiro.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.SentenceEncoder;

/// The measures of a transformer, as HuggingFace's `config.json` gives them.
///
/// @param family how its parameters are named and its positions counted
/// @param layers how many layers lie on each other
/// @param hidden numbers in a token's vector
/// @param heads how many parts of the vector attend on their own
/// @param epsilon what LayerNorm adds to the variance
/// @param firstPosition the row of the position table where a text begins
/// @param tokens tokens read at once, the marks at the ends included
/// @param pooling how the tokens' vectors become the text's
public record EncoderConfig(
    Family family,
    int layers,
    int hidden,
    int heads,
    double epsilon,
    int firstPosition,
    int tokens,
    Pooling pooling) {

  /// The families whose layers are the same.
  public enum Family {
    /// Devlin et al. 2018, arXiv:1810.04805.
    BERT,
    /// Liu et al. 2019, arXiv:1907.11692: positions begin behind the padding's.
    ROBERTA,
    /// Song et al. 2020, arXiv:2004.09297: as RoBERTa, and how far two tokens are apart counts
    /// in every layer's attention; some parameters have other names.
    MPNET
  }

  public EncoderConfig {
    if (layers < 1 || heads < 1 || hidden < 1 || hidden % heads != 0) {
      throw new IllegalArgumentException("the heads must share the hidden numbers evenly");
    }
    if (tokens < 3) {
      throw new IllegalArgumentException("an encoder must read more than its two marks");
    }
  }

  /// all-MiniLM-L6-v2, which ships with the program.
  public static final EncoderConfig MINILM =
      new EncoderConfig(
          Family.BERT,
          6,
          SentenceEncoder.DIMENSION,
          12,
          1e-12,
          0,
          SentenceEncoder.TOKENS,
          Pooling.MEAN);

  /// Reads a `config.json`.
  ///
  /// @param tokens the most tokens the encoder was trained to read, as `sentence_bert_config.json`
  ///     says; what the position table holds is never exceeded
  /// @throws IllegalArgumentException if it is of another family or of a kind not built here
  public static EncoderConfig of(JsonNode config, int tokens, Pooling pooling) {
    Family family = family(config);
    require(config, "hidden_act", "gelu");
    require(config, "position_embedding_type", "absolute");
    int first = family == Family.BERT ? 0 : config.path("pad_token_id").asInt(1) + 1;
    return new EncoderConfig(
        family,
        number(config, "num_hidden_layers"),
        number(config, "hidden_size"),
        number(config, "num_attention_heads"),
        config.path("layer_norm_eps").asDouble(1e-12),
        first,
        Math.min(tokens, number(config, "max_position_embeddings") - first),
        pooling);
  }

  /// Numbers that one head attends with.
  public int headSize() {
    return hidden / heads;
  }

  private static Family family(JsonNode config) {
    String type = config.path("model_type").asText();
    return switch (type) {
      case "bert" -> Family.BERT;
      case "roberta" -> Family.ROBERTA;
      case "mpnet" -> Family.MPNET;
      default ->
          throw new IllegalArgumentException(
              "config.json describes a model of type '"
                  + type
                  + "', known are bert, roberta and mpnet");
    };
  }

  private static void require(JsonNode config, String name, String known) {
    String value = config.path(name).asText(known);
    if (!value.equals(known)) {
      throw new IllegalArgumentException(
          "config.json asks for " + name + " '" + value + "', known is " + known);
    }
  }

  private static int number(JsonNode config, String name) {
    int value = config.path(name).asInt();
    if (value <= 0) {
      throw new IllegalArgumentException("config.json has no " + name);
    }
    return value;
  }
}
