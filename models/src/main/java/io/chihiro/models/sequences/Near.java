package io.chihiro.models.sequences;

/// A song and how near it is.
///
/// @param song its identity
/// @param score comparable within one answer of one model only
public record Near(String song, double score) {}
