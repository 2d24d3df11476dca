package io.chihiro.recommend;

/// How many days an answer could look at.
///
/// @param withSongs those of them on which songs were replayed
record Known(int days, int withSongs) {}
