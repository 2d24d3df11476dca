package io.chihiro.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiPredicate;

/// Where fitted models are kept and found again by name and version.
public interface ModelStore {
  /// A version whose files are there and are what was written.
  ///
  /// @throws RuntimeException with a sentence that names the file that is missing or broken
  StoredModel find(String name, String version);

  /// Deletes what was brought to this machine from elsewhere and is not held any more: it may have
  /// been made with something that is forgotten. What was written here stays.
  ///
  /// @param held tells of a name and a version whether somebody may still ask for it
  /// @throws IOException if something cannot be deleted; it goes the next time
  default void release(BiPredicate<String, String> held) throws IOException {}

  /// A version that can be used.
  interface StoredModel {
    /// What days are encoded with, in full precision: they are encoded once.
    ///
    /// @param threads how many texts are encoded side by side
    /// @param base the encoder that ships with the program: whatever stands on it shares it
    /// @return an encoder to be closed by whoever asked
    TextEncoder days(int threads, TextEncoder base);

    /// What is asked with, in eight bits: somebody waits for it. `base` itself, if only days are
    /// encoded by this version.
    ///
    /// @param threads how many texts are encoded side by side
    /// @param base the encoder that ships with the program
    /// @return an encoder to be closed by whoever asked, unless it is `base`
    TextEncoder queries(int threads, TextEncoder base);

    /// One of its files, for what is no encoder.
    Path file(String name);
  }
}
