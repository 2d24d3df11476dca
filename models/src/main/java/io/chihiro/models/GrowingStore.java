package io.chihiro.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/// A model store that takes versions as well.
public interface GrowingStore extends ModelStore {
  /// What of the store lies on this machine: `<folder>/<name>/<version>/`.
  Path folder();

  /// A version on this machine, brought here if it lies elsewhere.
  ///
  /// @throws BrokenModelException with a sentence that names the file that is missing or broken
  ModelFolder bring(String name, String version);

  /// Takes a version that was written into [#folder].
  ///
  /// @throws IOException if the store does not hold all of it now; it then names no such version
  void take(ModelFolder version) throws IOException;

  /// Forgets a version that lies in [#folder].
  ///
  /// @param stays names of files that stay
  void forget(ModelFolder version, Predicate<String> stays) throws IOException;

  /// Deletes versions of a model with everything that was found out about them.
  ///
  /// @param versions which ones
  /// @return how many there were
  int erase(String name, Predicate<String> versions) throws IOException;
}
