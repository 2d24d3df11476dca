package io.chihiro.recommend.catalogue;

import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.time.InstantSource;

/// Where catalogues come from, and how much of them is held in memory.
///
/// @param broker `host:port`
/// @param bounds of what lies in memory, of each user
/// @param store where their indexes lie
/// @param indexFrom songs from which on a catalogue has an index
/// @param graphFrom vectors from which on an index has a graph
/// @param clock says how old an index is
public record CatalogueSource(
    String broker,
    Bounds bounds,
    CatalogueStore store,
    int indexFrom,
    long graphFrom,
    InstantSource clock) {}
