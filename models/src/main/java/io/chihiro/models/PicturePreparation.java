package io.chihiro.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is done to a picture before an encoder sees it, as its `preprocessor_config.json` says:
/// resized, cropped around its middle, and each colour brought to the scale of the training. Pure.
///
/// @param resize how large it becomes
/// @param crop what of its middle is left; the rest is black where it is smaller than that
/// @param factor each number is multiplied by
/// @param mean of each colour, taken away after that
/// @param deviation of each colour, divided by at last
record PicturePreparation(
    Optional<Resize> resize,
    Optional<Area> crop,
    double factor,
    List<Double> mean,
    List<Double> deviation) {
  private static final double USUAL_FACTOR = 1 / 255.0;
  private static final int BICUBIC = 3;
  private static final int LONGEST_SIDE = 4096;

  /// A size in pixels.
  record Area(int height, int width) {
    Area {
      if (height < 1 || width < 1 || height > LONGEST_SIDE || width > LONGEST_SIDE) {
        throw new IllegalArgumentException("a picture of " + height + " by " + width + " pixels");
      }
    }
  }

  /// @param shortest length of the shorter side, the other following; or else the size as a whole
  record Resize(Optional<Integer> shortest, Optional<Area> whole, Resampling how) {
    RgbPicture of(RgbPicture picture) {
      Area size = whole.orElseGet(() -> after(picture));
      return how.resize(picture, size.width(), size.height());
    }

    // Rounded down, as it is in the training; a strip that would grow without end is squeezed.
    private Area after(RgbPicture picture) {
      int wanted = shortest.orElseThrow();
      int shorter = Math.min(picture.width(), picture.height());
      return new Area(
          (int) Math.min(LONGEST_SIDE, (long) wanted * picture.height() / shorter),
          (int) Math.min(LONGEST_SIDE, (long) wanted * picture.width() / shorter));
    }
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException if it asks for something that is not done here
  static PicturePreparation of(JsonNode config) {
    return new PicturePreparation(
        asked(config, "do_resize", config.has("size"))
            ? Optional.of(resize(config))
            : Optional.empty(),
        asked(config, "do_center_crop", config.has("crop_size"))
            ? Optional.of(area("crop_size", config.path("crop_size")))
            : Optional.empty(),
        asked(config, "do_rescale", true)
            ? config.path("rescale_factor").asDouble(USUAL_FACTOR)
            : 1,
        normal(config, "image_mean", 0),
        normal(config, "image_std", 1));
  }

  private static boolean asked(JsonNode config, String what, boolean otherwise) {
    return config.path(what).asBoolean(otherwise);
  }

  private static Resize resize(JsonNode config) {
    JsonNode size = config.path("size");
    JsonNode shortest = size.isInt() ? size : size.path("shortest_edge");
    return new Resize(
        shortest.isInt() ? Optional.of(area("size", shortest).height()) : Optional.empty(),
        shortest.isInt() ? Optional.empty() : Optional.of(area("size", size)),
        resampling(config.path("resample").asInt(BICUBIC)));
  }

  private static Area area(String what, JsonNode size) {
    JsonNode height = size.isInt() ? size : size.path("height");
    JsonNode width = size.isInt() ? size : size.path("width");
    if (!height.isInt() || !width.isInt()) {
      throw new IllegalArgumentException("\"" + what + "\" is no size");
    }
    return new Area(height.asInt(), width.asInt());
  }

  private static Resampling resampling(int number) {
    return switch (number) {
      case 1 -> Resampling.LANCZOS;
      case 2 -> Resampling.BILINEAR;
      case BICUBIC -> Resampling.BICUBIC;
      default ->
          throw new IllegalArgumentException(
              "\"resample\" is " + number + "; 1, 2 and 3 are known");
    };
  }

  private static List<Double> normal(JsonNode config, String what, double otherwise) {
    if (!asked(config, "do_normalize", config.has("image_mean"))) {
      return List.of(otherwise, otherwise, otherwise);
    }
    List<Double> numbers = config.path(what).valueStream().map(JsonNode::asDouble).toList();
    if (numbers.size() != RgbPicture.CHANNELS) {
      throw new IllegalArgumentException("\"" + what + "\" has not three numbers");
    }
    return numbers;
  }

  /// A picture as an encoder takes it.
  record Prepared(int height, int width, List<float[]> channels) {}

  /// Prepares a picture.
  Prepared prepare(RgbPicture picture) {
    RgbPicture sized = resize.map(wanted -> wanted.of(picture)).orElse(picture);
    Area area = crop.orElse(new Area(sized.height(), sized.width()));
    return new Prepared(
        area.height(),
        area.width(),
        IntStream.range(0, RgbPicture.CHANNELS)
            .mapToObj(channel -> channel(sized, area, channel))
            .toList());
  }

  private float[] channel(RgbPicture picture, Area area, int channel) {
    float[] values = new float[area.height() * area.width()];
    int top = Math.floorDiv(picture.height() - area.height(), 2);
    int left = Math.floorDiv(picture.width() - area.width(), 2);
    for (int y = 0; y < area.height(); y++) {
      for (int x = 0; x < area.width(); x++) {
        double scaled = at(picture, left + x, top + y, channel) * factor;
        values[y * area.width() + x] =
            (float) ((scaled - mean.get(channel)) / deviation.get(channel));
      }
    }
    return values;
  }

  private static int at(RgbPicture picture, int x, int y, int channel) {
    boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
    return inside ? picture.at(x, y, channel) : 0;
  }
}
