package io.chihiro.models.onnx;

import io.chihiro.models.onnx.GraphWriter.Attribute;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The smallest pair of encoders that pictures can be looked for with, for tests: it knows three
/// colours by their names, and of a picture how red, green and blue it is.
///
/// Sentences are the mean of their words, and every word but the three is nearly nothing.
public final class ColourPair {
  private static final List<String> WORDS = List.of("<s>", "</s>", "<unk>", "red", "green", "blue");
  private static final int DIMENSION = 4;
  private static final float NEARLY_NOTHING = 0.05f;

  private ColourPair() {}

  /// Writes the pair as CLIP's exports are usually laid down; the folder.
  public static Path write(Path folder) throws IOException {
    Path models = Files.createDirectories(folder.resolve("onnx"));
    try (OutputStream out = Files.newOutputStream(models.resolve("text_model.onnx"))) {
      text().writeTo(out);
    }
    try (OutputStream out = Files.newOutputStream(models.resolve("vision_model.onnx"))) {
      pictures().writeForPictures(out);
    }
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer(WORDS));
    Files.writeString(folder.resolve("preprocessor_config.json"), preparation());
    return folder;
  }

  private static GraphWriter text() {
    GraphWriter graph = new GraphWriter();
    float[] table = new float[WORDS.size() * DIMENSION];
    for (int word = 0; word < WORDS.size(); word++) {
      int colour = word - WORDS.indexOf("red");
      table[word * DIMENSION + (colour < 0 ? DIMENSION - 1 : colour)] =
          colour < 0 ? NEARLY_NOTHING : 1;
    }
    graph.floats("words", table, WORDS.size(), DIMENSION);
    String tokens = graph.node("Gather", List.of("words", "input_ids"));
    String mean =
        graph.node("ReduceMean", List.of(tokens), Attribute.axes(1), Attribute.of("keepdims", 0L));
    graph.output(mean, "text_embeds", "batch", Integer.toString(DIMENSION));
    return graph;
  }

  private static GraphWriter pictures() {
    GraphWriter graph = new GraphWriter();
    float[] projection = new float[3 * DIMENSION];
    for (int colour = 0; colour < 3; colour++) {
      projection[colour * DIMENSION + colour] = 1;
    }
    graph.floats("projection", projection, 3, DIMENSION);
    String mean =
        graph.node(
            "ReduceMean",
            List.of("pixel_values"),
            Attribute.axes(2, 3),
            Attribute.of("keepdims", 0L));
    String vector = graph.node("MatMul", List.of(mean, "projection"));
    graph.output(vector, "image_embeds", "batch", Integer.toString(DIMENSION));
    return graph;
  }

  /// A `tokenizer.json` that knows these words and no parts of them; the first four are the marks,
  /// numbered as RoBERTa does.
  public static String tokenizer(List<String> words) {
    String vocabulary =
        IntStream.range(0, words.size())
            .mapToObj(i -> "\"%s\": %d".formatted(words.get(i), i))
            .collect(Collectors.joining(", ", "{", "}"));
    return """
    {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
     "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
     "post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0],
       "trim_offsets": true, "add_prefix_space": false},
     "decoder": null,
     "model": {"type": "WordLevel", "vocab": %s, "unk_token": "<unk>"}}
    """
        .formatted(vocabulary);
  }

  private static String preparation() {
    return """
    {"do_resize": true, "size": {"shortest_edge": 8}, "resample": 3,
     "do_center_crop": true, "crop_size": {"height": 8, "width": 8},
     "do_rescale": true, "rescale_factor": 0.00392156862745098,
     "do_normalize": true, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
    """;
  }
}
