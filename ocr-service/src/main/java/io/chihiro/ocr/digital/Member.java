package io.chihiro.ocr.digital;

import io.chihiro.door.upload.BrokenUploadException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A file that holds rows: loose, or in an archive.
///
/// @param archive what the owner called the file that was sent, for messages
/// @param path inside of the archive; the same as `archive` if it is loose
/// @param vault the kind of archive it lies in
/// @param content its bytes from the beginning
record Member(String archive, String path, Vault vault, InputStream content) {
  /// For messages: a loose file needs no path.
  String title() {
    return archive.equals(path) ? archive : path + " in " + archive;
  }

  /// For messages about a row: `line 6`, or which file's.
  String where(String row) {
    return archive.equals(path) ? row : path + ", " + row;
  }

  /// Its text, line by line.
  ///
  /// @throws CharacterCodingException while reading, if it is not UTF-8
  BufferedReader reader() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()), Head.BYTES);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  BrokenUploadException notUtf8(CharacterCodingException cause) {
    return new BrokenUploadException(
        title() + " is not UTF-8 text; save it as UTF-8 and send it again.", cause);
  }
}
