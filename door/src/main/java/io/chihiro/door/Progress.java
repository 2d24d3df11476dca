package io.chihiro.door;

import java.util.Map;
import java.util.Optional;

/// What a service tells the front door about what is left to do.
///
/// @param waiting what it took in and has not yet made safe with the next
/// @param what that is, as a person would call it
/// @param counts what there is, by name
/// @param problem what is wrong although it goes on, such as a version that cannot be used
public record Progress(
    String service, long waiting, String what, Map<String, Long> counts, Optional<String> problem) {
  /// Nothing is wrong.
  public Progress(String service, long waiting, String what, Map<String, Long> counts) {
    this(service, waiting, what, counts, Optional.empty());
  }
}
