package io.chihiro.models.tastes.text;

import io.chihiro.models.tastes.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which text of an item is read. Where there is none of the kind, it is the title, as in S4.
public enum ItemText {
  TITLE("title"),
  /// S4's best.
  FIRST_WORDS("first words"),
  SUMMARY("summary");

  /// S4's length of both.
  static final int WORDS = 25;

  private final String words;

  ItemText(String words) {
    this.words = words;
  }

  /// As tables call it.
  public String words() {
    return words;
  }

  /// Whether there is anything but titles to read of these items.
  public boolean differs(List<Item> items, boolean summaries) {
    return switch (this) {
      case TITLE -> false;
      case FIRST_WORDS -> items.stream().anyMatch(item -> item.lyrics().isPresent());
      case SUMMARY -> summaries;
    };
  }

  /// The text of each item, in their order.
  ///
  /// @param summaries asked for summaries alone
  /// @throws IOException if the server of the summaries cannot be asked
  public List<String> of(List<Item> items, Summaries summaries)
      throws IOException, InterruptedException {
    List<String> texts = new ArrayList<>();
    for (Item item : items) {
      texts.add(of(item, summaries));
    }
    return texts;
  }

  private String of(Item item, Summaries summaries) throws IOException, InterruptedException {
    return switch (this) {
      case TITLE -> item.title();
      case FIRST_WORDS -> item.lyrics().map(ItemText::firstWords).orElse(item.title());
      case SUMMARY -> summaries.of(item).map(ItemText::firstWords).orElse(item.title());
    };
  }

  /// The first 25 words of a text.
  static String firstWords(String text) {
    return Stream.of(text.strip().split("\\s+", -1)).limit(WORDS).collect(Collectors.joining(" "));
  }
}
