package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What became of the rows of a digital journal, in one sentence.
final class JournalAccount {
  private JournalAccount() {}

  /// Says it.
  ///
  /// @param name what the owner calls the file
  /// @param format the program that wrote it
  static String sentence(String name, String format, JsonNode account) {
    List<String> reasons = new ArrayList<>();
    long[] dropped = {0};
    account
        .path("dropped")
        .forEachEntry(
            (reason, number) -> {
              reasons.add("%s %,d".formatted(reason, number.asLong()));
              dropped[0] += number.asLong();
            });
    return "journal: %s (%s): %,d rows = %,d stored + %,d dropped%s + %,d that wait for a date"
        .formatted(
            name,
            format,
            account.path("rows").asLong(),
            account.path("stored").asLong(),
            dropped[0],
            reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")",
            account.path("waiting").asLong());
  }
}
