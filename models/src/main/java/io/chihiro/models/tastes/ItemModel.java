package io.chihiro.models.tastes;

/// A model that is nothing but weights between items: it can answer somebody it has never met.
public sealed interface ItemModel extends TasteModel permits Ease, ItemKnn {
  /// What it has learned.
  ItemWeights weights();

  /// One of the same choices that has learned from others.
  ItemModel again(TakenItems taken);
}
