package io.chihiro.keys;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// A file of any size, sealed piece by piece: a head that names the user, then pieces of a mebibyte
/// that are bound to this file, to their number in it, and to being the last or not.
///
/// It is bound to its user and not to its path, so that its owner may move it.
public final class SealedFile {
  private static final int PIECE_BYTES = 1 << 20;
  private static final int MOST_SEALED_BYTES = PIECE_BYTES + 1024;

  private SealedFile() {}

  /// Whether a file was written by [#seal].
  public static boolean isSealed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = SealFormat.head(SealFormat.FILE);
      return Arrays.equals(head, in.readNBytes(head.length));
    }
  }

  /// Writes a file again, sealed.
  public static void seal(Sealing sealing, String user, Path plain, Path sealed)
      throws IOException {
    String file = UUID.randomUUID().toString();
    try (InputStream in = Files.newInputStream(plain);
        DataOutputStream out = new DataOutputStream(buffered(sealed))) {
      out.write(SealFormat.head(SealFormat.FILE));
      out.writeUTF(user);
      out.writeUTF(file);
      byte[] piece = in.readNBytes(PIECE_BYTES);
      for (int number = 0; ; number++) {
        byte[] next = in.readNBytes(PIECE_BYTES);
        boolean last = next.length == 0;
        byte[] hidden = sealing.seal(user, place(file, number, last), piece);
        out.writeBoolean(last);
        out.writeInt(hidden.length);
        out.write(hidden);
        if (last) {
          return;
        }
        piece = next;
      }
    }
  }

  /// Writes a sealed file again, open.
  ///
  /// @return false if the key is gone; what was written by then is to be thrown away
  /// @throws BrokenSealException if the file was changed or cut
  public static boolean open(Sealing sealing, Path sealed, Path plain) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(sealed)));
        OutputStream out = buffered(plain)) {
      in.skipNBytes(SealFormat.head(SealFormat.FILE).length);
      String user = in.readUTF();
      String file = in.readUTF();
      boolean last = false;
      for (int number = 0; !last; number++) {
        last = in.readBoolean();
        Optional<byte[]> piece = sealing.open(user, place(file, number, last), piece(in));
        if (piece.isEmpty()) {
          return false;
        }
        out.write(piece.get());
      }
      return true;
    } catch (EOFException _) {
      throw new BrokenSealException("the sealed file is cut short");
    }
  }

  private static byte[] piece(DataInputStream in) throws IOException {
    int bytes = in.readInt();
    if (bytes < 0 || bytes > MOST_SEALED_BYTES) {
      throw new BrokenSealException("the sealed file was changed");
    }
    byte[] piece = new byte[bytes];
    in.readFully(piece);
    return piece;
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static String place(String file, int number, boolean last) {
    return "file %s piece %d%s".formatted(file, number, last ? " last" : "");
  }
}
