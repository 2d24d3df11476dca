package io.chihiro.models.bucket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Files of models by their keys, somewhere else than on this machine.
///
/// Whatever the bucket answers but what was asked is an [IOException] with a sentence that names
/// the bucket.
public interface ModelBucket {
  /// What messages call it.
  String name();

  /// The keys that begin so, in order.
  List<String> keys(String prefix) throws IOException;

  /// Reads a file.
  ///
  /// @param to where it is written; nothing may lie there
  void get(String key, Path to) throws IOException;

  /// Writes a file, whole or not at all.
  void put(String key, Path from) throws IOException;

  /// Deletes a file, if there is one.
  void delete(String key) throws IOException;
}
