package io.chihiro.ingest.history;

import java.util.Optional;

/// Which columns of a plain CSV hold what, by their headings, where they cannot be guessed.
///
/// @param title of the song
/// @param artist of the song
/// @param album of the song, if there is such a column
/// @param time when it was played; without it the file is a playlist
/// @param timeFormat how the time is written (as Java's `DateTimeFormatter` has it), if unusually
/// @param timeIsEnd whether the time is when the play ended
/// @param seconds the song's length in seconds, if there is such a column
public record CsvMapping(
    String title,
    String artist,
    Optional<String> album,
    Optional<String> time,
    Optional<String> timeFormat,
    boolean timeIsEnd,
    Optional<String> seconds) {}
