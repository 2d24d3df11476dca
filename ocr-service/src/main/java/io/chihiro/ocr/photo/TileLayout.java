package io.chihiro.ocr.photo;

import java.util.List;

/// How the main picture of a HEIC file is joined from separately coded tiles.
///
/// @param width of the joined picture, in pixels
/// @param height of the joined picture, in pixels
/// @param tiles in no particular order; a single tile when the picture is coded in one piece
record TileLayout(int width, int height, List<Tile> tiles) {
  /// One tile and where its upper left corner lies.
  ///
  /// @param stream which of the file's coded streams it is
  record Tile(int stream, int x, int y) {}

  TileLayout {
    tiles = List.copyOf(tiles);
  }

  /// The places one stream is painted to: a plain sky may be coded once and used twice.
  List<Tile> of(int stream) {
    return tiles.stream().filter(tile -> tile.stream == stream).toList();
  }
}
