package io.chihiro.keys;

import java.nio.ByteBuffer;

/// How sealed bytes begin: a byte that neither JSON nor any UTF-8 text has there, a version, then
/// what Tink wrote, which begins with the number of the key.
final class SealFormat {
  private static final byte MARK = (byte) 0xE5;

  /// One sealed piece.
  static final byte RECORD = 1;

  /// Many sealed pieces; see [SealedFile].
  static final byte FILE = 2;

  private static final int HEAD_BYTES = 2;
  private static final int KEY_NUMBER_AT = 3;

  private SealFormat() {}

  static boolean isSealed(byte[] bytes) {
    return begins(bytes, RECORD);
  }

  static boolean begins(byte[] bytes, byte version) {
    return bytes.length >= HEAD_BYTES && bytes[0] == MARK && bytes[1] == version;
  }

  /// The head in front of something.
  static byte[] head(byte version) {
    return new byte[] {MARK, version};
  }

  static byte[] sealed(byte[] byTink) {
    return ByteBuffer.allocate(HEAD_BYTES + byTink.length).put(head(RECORD)).put(byTink).array();
  }

  static byte[] byTink(byte[] sealed) {
    byte[] rest = new byte[sealed.length - HEAD_BYTES];
    System.arraycopy(sealed, HEAD_BYTES, rest, 0, rest.length);
    return rest;
  }

  /// The number of the key that sealed it.
  ///
  /// @throws BrokenSealException if it was cut before that
  static int keyNumber(byte[] sealed) {
    if (sealed.length < KEY_NUMBER_AT + Integer.BYTES) {
      throw new BrokenSealException("it is sealed and cut short");
    }
    return ByteBuffer.wrap(sealed).getInt(KEY_NUMBER_AT);
  }
}
