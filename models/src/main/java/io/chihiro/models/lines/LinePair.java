package io.chihiro.models.lines;

/// Words that belong to words of a song.
///
/// @param song the song's id: other words of it are no negatives
/// @param asked what somebody says of them, as one who looks for them might
/// @param line what is sung, on one line
public record LinePair(String song, String asked, String line) {}
