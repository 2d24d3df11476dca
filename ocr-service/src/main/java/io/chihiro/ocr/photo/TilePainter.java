package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Paints decoded tiles onto the joined picture, in RGB and reduced.
final class TilePainter {
  private static final int ONE = 1 << 16; // FFmpeg's fixed-point 1: contrast and saturation as is

  private final BufferedImage joined;
  private final int reduction;

  /// @param reduction by what both sides are divided
  TilePainter(int width, int height, int reduction) {
    this.reduction = reduction;
    this.joined = new BufferedImage(reduced(width), reduced(height), BufferedImage.TYPE_INT_RGB);
  }

  private int reduced(int pixels) {
    return Math.max(1, pixels / reduction);
  }

  BufferedImage joined() {
    return joined;
  }

  /// @param left where the tile begins in the whole picture, in pixels before reduction
  /// @param top likewise
  void paint(AVFrame tile, int left, int top) {
    var width = reduced(tile.width());
    var height = reduced(tile.height());
    try (var pixels = new IntPointer((long) width * height)) {
      convert(tile, width, height, pixels);
      for (int row = 0; row < height; row++) {
        copy(pixels, row, width, left / reduction, top / reduction + row);
      }
    }
  }

  /// Copies what of a row lies inside the picture; the last tiles reach beyond it.
  private void copy(IntPointer pixels, int row, int width, int left, int y) {
    var skipped = Math.max(0, -left);
    var count = Math.min(width - skipped, joined.getWidth() - left - skipped);
    if (count <= 0 || y < 0 || y >= joined.getHeight()) {
      return;
    }
    var target = ((DataBufferInt) joined.getRaster().getDataBuffer()).getData();
    var from = (long) row * width + skipped;
    pixels.position(from).get(target, y * joined.getWidth() + left + skipped, count);
    pixels.position(0);
  }

  private static void convert(AVFrame tile, int width, int height, IntPointer pixels) {
    var converter = converter(tile, width, height);
    try (var rows = new PointerPointer<IntPointer>(4);
        var rowBytes = new IntPointer(width * 4, 0, 0, 0)) {
      rows.put(0, pixels);
      swscale.sws_scale(converter, tile.data(), tile.linesize(), 0, tile.height(), rows, rowBytes);
    } finally {
      swscale.sws_freeContext(converter);
    }
  }

  private static SwsContext converter(AVFrame tile, int width, int height) {
    var converter =
        swscale.sws_getContext(
            tile.width(),
            tile.height(),
            tile.format(),
            width,
            height,
            avutil.AV_PIX_FMT_BGR0,
            swscale.SWS_AREA | swscale.SWS_ACCURATE_RND,
            null,
            null,
            (double[]) null);
    var colours = swscale.sws_getCoefficients(tile.colorspace());
    var fullRange = tile.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
    swscale.sws_setColorspaceDetails(converter, colours, fullRange, colours, 1, 0, ONE, ONE);
    return converter;
  }
}
