package io.chihiro.events;

import java.util.Base64;

/// A record or file that could not be taken in, kept so that nothing is lost.
///
/// @param topic where it came from: a topic's name, or `bucket` for a file
/// @param key the original key, or the file's place
/// @param reason a sentence that names what is wrong, without the content
/// @param rawBase64 the bytes as they came; empty for files, which stay where they are
public record Rejected(String topic, String key, String reason, String rawBase64) implements Event {
  public Rejected {
    topic = Check.text("topic", topic);
    Check.require(key != null, "key must be given");
    reason = Check.text("reason", reason);
    rawBase64 = rawBase64 == null ? "" : rawBase64;
  }

  /// A record that could not be read.
  public static Rejected record(Topic<?> topic, String key, String reason, byte[] raw) {
    return new Rejected(topic.name(), key, reason, Base64.getEncoder().encodeToString(raw));
  }

  /// A file that could not be read; it stays where it is.
  public static Rejected file(String place, String reason) {
    return new Rejected("bucket", place, reason, "");
  }
}
