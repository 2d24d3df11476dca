package io.chihiro.models.tastes;

import java.util.List;

/// Who took to what, by number: what a model learns from.
public interface TakenItems {
  /// How many users.
  int users();

  /// The items in the order of their numbers, those with the most users first.
  List<Item> items();

  /// The items of a user that are learned from, in ascending order.
  int[] learned(int user);

  /// How many users of an item are learned from.
  int count(int item);
}
