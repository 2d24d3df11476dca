/// The songs of somebody's catalogue in memory, and how they are searched: `SONGS + LYRICS +
/// SONG_VECTORS → SongCatalogue → rankings`. Knows nothing of the service around it.
@NullMarked
package io.chihiro.recommend.catalogue;

import org.jspecify.annotations.NullMarked;
