/// Songs that live together: what playlists and listening sessions teach about each song's company.
/// Sequences in, neighbours and next songs out.
@NullMarked
package io.chihiro.models.sequences;

import org.jspecify.annotations.NullMarked;
