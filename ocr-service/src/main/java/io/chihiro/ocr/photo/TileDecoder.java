package io.chihiro.ocr.photo;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/// Decodes one coded piece by FFmpeg. Strict: a damaged piece is refused, not patched with grey.
final class TileDecoder implements AutoCloseable {
  /// A coded tile may be larger than what is shown of it by one coding block.
  private static final long BLOCK = 64;

  private final AVFrame frame = avutil.av_frame_alloc();
  private final AVCodecContext context = avcodec.avcodec_alloc_context3(null);

  /// Whether the piece was decoded whole; then [#frame] has it.
  boolean decode(AVCodecParameters coded, AVPacket packet) {
    return (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) == 0
        && open(coded)
        && avcodec.avcodec_send_packet(context, packet) >= 0
        && avcodec.avcodec_send_packet(context, null) >= 0
        && avcodec.avcodec_receive_frame(context, frame) >= 0
        && frame.decode_error_flags() == 0;
  }

  private boolean open(AVCodecParameters coded) {
    var decoder = avcodec.avcodec_find_decoder(coded.codec_id());
    if (Pointer.isNull(decoder) || avcodec.avcodec_parameters_to_context(context, coded) < 0) {
      return false;
    }
    context.thread_count(1);
    context.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK);
    context.max_pixels((coded.width() + BLOCK) * (coded.height() + BLOCK));
    return avcodec.avcodec_open2(context, decoder, (org.bytedeco.javacpp.PointerPointer<?>) null)
        >= 0;
  }

  AVFrame frame() {
    return frame;
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }
}
