package io.chihiro.ingest.lyrics;

import io.chihiro.events.Song;
import java.time.Duration;
import java.util.Optional;

/// The song whose words are wanted.
///
/// @param length tells versions of a song apart
public record LyricsWanted(Song song, Optional<Duration> length) {}
