package io.chihiro.models.index;

/// A vector that lies near a query.
///
/// @param ordinal its number in the index that answered; another version numbers anew
/// @param id what it was added as
/// @param cosine to the query, of the vectors in full precision
public record Neighbour(int ordinal, String id, float cosine) {}
