package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;

/// One engine's turn at a page.
sealed interface Turn permits LocalTurn, RemoteTurn, ClosedTurn {
  /// The engine's name in the chain.
  String name();

  /// What the engine makes of the page, asked or not.
  Reading take(PageToRead page) throws IOException, UnusablePhotoException, InterruptedException;
}
