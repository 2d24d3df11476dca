package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;

/// Two days that share a song, and one that does not belong to them.
///
/// @param song the identity of the song that anchor and positive share
/// @param negative a day of a song that shares no day with it
public record Triplet(String song, LifeDay anchor, LifeDay positive, LifeDay negative) {}
