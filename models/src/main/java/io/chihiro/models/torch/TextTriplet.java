package io.chihiro.models.torch;

/// Two texts that belong together and one that does not belong to the first.
///
/// @param song the identity of the song that anchor and positive share: other days of it are no
///     negatives
/// @param anchor a day's text, or a mood
/// @param positive a day of the same song
/// @param negative a day of a song that shares no day with it
public record TextTriplet(String song, String anchor, String positive, String negative) {}
