package io.chihiro.recommend.care;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What stands above the songs for somebody whose words speak of harming themselves: a gentle
/// sentence, and where somebody listens.
///
/// @param elsewhere where the lines of other countries are found
/// @param helpLines a country each, by its two letters
public record Notice(String sentence, String elsewhere, List<HelpLine> helpLines) {
  private static final Notice GENTLE = read();

  /// Somebody who listens.
  ///
  /// @param country ISO 3166, two letters
  /// @param contact how they are reached
  public record HelpLine(String country, String name, String contact) {}

  /// For these words; empty if they speak of nothing of the kind.
  public static Optional<Notice> on(String words) {
    return SelfHarm.isSpokenOf(words) ? Optional.of(GENTLE) : Optional.empty();
  }

  private static Notice read() {
    try (InputStream file = Notice.class.getResourceAsStream("/help-lines.json")) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file, "help-lines.json"), Notice.class);
    } catch (IOException e) {
      throw new UncheckedIOException("help-lines.json cannot be read", e);
    }
  }
}
