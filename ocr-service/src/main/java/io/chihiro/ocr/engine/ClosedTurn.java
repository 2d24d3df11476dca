package io.chihiro.ocr.engine;

/// An engine that is in the chain but cannot be asked; says why.
record ClosedTurn(String name, String why) implements Turn {
  @Override
  public Reading take(PageToRead page) {
    return new Reading.NotAsked(why);
  }
}
