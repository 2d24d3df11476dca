package io.chihiro.ocr.photo;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/// A HEIC file taken apart by FFmpeg into its coded streams: one a tile, one a thumbnail.
///
/// Only the demuxer for such files is allowed, and only for local files: whatever the file's
/// content claims to be, FFmpeg will not follow it to another format or to the network.
final class HeicContainer implements AutoCloseable {
  static {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET); // what is wrong is told by our own sentences
  }

  private final AVFormatContext context;

  private HeicContainer(AVFormatContext context) {
    this.context = context;
  }

  static Optional<HeicContainer> open(Path file) {
    var context = new AVFormatContext(null);
    var demuxer = avformat.av_find_input_format("mov");
    var opened =
        avformat.avformat_open_input(context, "file:" + file.toAbsolutePath(), demuxer, null);
    return opened < 0 ? Optional.empty() : Optional.of(new HeicContainer(context));
  }

  /// How the main picture is joined; empty when FFmpeg does not understand its kind.
  Optional<TileLayout> layout() {
    for (int at = 0; at < context.nb_stream_groups(); at++) {
      var group = context.stream_groups(at);
      if (group.type() == AV_STREAM_GROUP_PARAMS_TILE_GRID && isMain(group.disposition())) {
        return Optional.of(grid(group));
      }
    }
    return single();
  }

  private static TileLayout grid(AVStreamGroup group) {
    var grid = group.params_tile_grid();
    var tiles = new ArrayList<TileLayout.Tile>();
    for (int at = 0; at < grid.nb_tiles(); at++) {
      tiles.add(
          new TileLayout.Tile(
              group.streams(grid.offsets_idx(at)).index(),
              grid.offsets_horizontal(at) - grid.horizontal_offset(),
              grid.offsets_vertical(at) - grid.vertical_offset()));
    }
    return new TileLayout(grid.width(), grid.height(), tiles);
  }

  private Optional<TileLayout> single() {
    for (int at = 0; at < context.nb_streams(); at++) {
      if (isMain(context.streams(at).disposition())) {
        return Optional.of(single(context.streams(at)));
      }
    }
    return Optional.empty();
  }

  private static TileLayout single(AVStream stream) {
    var coded = stream.codecpar();
    return new TileLayout(
        coded.width(), coded.height(), List.of(new TileLayout.Tile(stream.index(), 0, 0)));
  }

  private static boolean isMain(int disposition) {
    return (disposition & AV_DISPOSITION_DEFAULT) != 0;
  }

  AVCodecParameters coded(int stream) {
    return context.streams(stream).codecpar();
  }

  /// Puts the next coded piece of any stream into the packet; false at the end.
  boolean next(AVPacket packet) {
    return avformat.av_read_frame(context, packet) >= 0;
  }

  @Override
  public void close() {
    avformat.avformat_close_input(context);
  }
}
