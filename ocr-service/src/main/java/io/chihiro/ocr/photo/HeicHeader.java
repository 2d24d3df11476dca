package io.chihiro.ocr.photo;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What a HEIC file says of its main picture before anything is decoded: size, orientation, and how
/// far the file should reach. Layout: ISO/IEC 23008-12 on top of ISO/IEC 14496-12 §8.11.
///
/// @param orientation from the properties `irot` and `imir`; empty when there is neither
/// @param lastByte where the farthest piece of any item ends
record HeicHeader(long width, long height, Optional<Orientation> orientation, long lastByte) {
  /// A phone's header has some 20 kB; one beyond this is no phone's.
  private static final long META_BYTES = 16L * 1024 * 1024;

  static HeicHeader of(Path file) throws IOException, UnusablePhotoException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var header = HeicItems.of(meta(channel, file)).header();
      if (header.lastByte > channel.size()) {
        throw new UnusablePhotoException(
            "%s is cut off: %d of its %d bytes are there."
                .formatted(Photos.name(file), channel.size(), header.lastByte));
      }
      return header;
    } catch (BufferUnderflowException | IllegalArgumentException damaged) {
      throw new UnusablePhotoException(
          Photos.name(file) + " cannot be read: its HEIC header is damaged or cut off.", damaged);
    }
  }

  private static ByteBuffer meta(FileChannel channel, Path file)
      throws IOException, UnusablePhotoException {
    for (long place = 0; place + 16 <= channel.size(); ) {
      var start = read(channel, place, 16);
      var length = Integer.toUnsignedLong(start.getInt());
      var type = start.getInt();
      length = length == 1 ? start.getLong() : length == 0 ? channel.size() - place : length;
      if (type == HeicBox.type("meta") && length <= META_BYTES) {
        return read(channel, place, (int) Math.min(length, channel.size() - place));
      }
      if (length < 8) {
        break;
      }
      place += Math.min(length, channel.size());
    }
    throw new UnusablePhotoException(
        Photos.name(file) + " cannot be read: its HEIC header is missing or cut off.");
  }

  private static ByteBuffer read(FileChannel channel, long place, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) > 0) {
      // a channel may give less than it was asked for
    }
    return bytes.flip();
  }
}
