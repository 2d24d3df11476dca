package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/// Decodes the main picture of a HEIC file, as stored. A phone codes it as a grid of tiles, which
/// are decoded one after the other, so that the native memory in use is that of one tile.
final class HeicPhoto {
  private final String file;
  private final HeicContainer container;
  private final TileLayout layout;
  private final TilePainter painter;

  private HeicPhoto(String file, HeicContainer container, TileLayout layout) {
    this.file = file;
    this.container = container;
    this.layout = layout;
    this.painter =
        new TilePainter(
            layout.width(), layout.height(), PixelLimit.reduction(layout.width(), layout.height()));
  }

  static BufferedImage decode(Path path, HeicHeader header, PixelLimit limit)
      throws UnusablePhotoException {
    var file = Photos.name(path);
    limit.check(file, header.width(), header.height());
    try (var container = HeicContainer.open(path).orElseThrow(() -> notUnderstood(file))) {
      var layout = container.layout().orElseThrow(() -> notUnderstood(file));
      limit.check(file, layout.width(), layout.height());
      checkTiles(file, container, layout, limit);
      return new HeicPhoto(file, container, layout).decode();
    }
  }

  /// A small grid of huge tiles would cost time instead of memory.
  private static void checkTiles(
      String file, HeicContainer container, TileLayout layout, PixelLimit limit)
      throws UnusablePhotoException {
    long pixels = 0;
    for (var tile : layout.tiles()) {
      var coded = container.coded(tile.stream());
      pixels += (long) coded.width() * coded.height();
    }
    if (pixels / 2 > limit.pixels()) {
      throw new UnusablePhotoException(
          file + " cannot be read: its tiles hold far more pixels than its picture.");
    }
  }

  private BufferedImage decode() throws UnusablePhotoException {
    var packet = avcodec.av_packet_alloc();
    try {
      paintAll(packet);
      return painter.joined();
    } finally {
      avcodec.av_packet_free(packet);
    }
  }

  private void paintAll(AVPacket packet) throws UnusablePhotoException {
    var missing = new HashSet<Integer>();
    layout.tiles().forEach(tile -> missing.add(tile.stream()));
    while (!missing.isEmpty() && container.next(packet)) {
      if (missing.remove(packet.stream_index())) {
        paint(packet);
      }
      avcodec.av_packet_unref(packet);
    }
    if (!missing.isEmpty()) {
      throw new UnusablePhotoException(
          "%s is cut off: %d of its %d tiles are missing."
              .formatted(file, missing.size(), layout.tiles().size()));
    }
  }

  private void paint(AVPacket packet) throws UnusablePhotoException {
    var stream = packet.stream_index();
    try (var decoder = new TileDecoder()) {
      if (!decoder.decode(container.coded(stream), packet)) {
        throw new UnusablePhotoException(
            file + " cannot be read: a part of its picture is damaged or cut off.");
      }
      for (var tile : layout.of(stream)) {
        painter.paint(decoder.frame(), tile.x(), tile.y());
      }
    }
  }

  private static UnusablePhotoException notUnderstood(String file) {
    return new UnusablePhotoException(
        file + " cannot be read: it is damaged, or its kind of HEIC is not understood.");
  }
}
