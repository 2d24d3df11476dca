package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;

/// A space that texts are read into and in which they can be compared.
///
/// @param <V> what a text becomes there
public interface TextSpace<V> {
  /// Where texts of days lie, in their order.
  List<V> days(List<String> texts) throws InterruptedException;

  /// Where questions lie; elsewhere than a day's text, if questions are read by another encoder.
  default List<V> questions(List<String> texts) throws InterruptedException {
    return days(texts);
  }

  /// How alike two are: a cosine.
  double similarity(V one, V other);

  /// The passages of a day's text that can be read at once.
  List<Span> windows(String text);
}
