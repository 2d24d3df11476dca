/// Plays and journal entries become moments: `uploads → ImportPlays → PLAYS`, and
/// `PLAYS + JOURNAL_ENTRIES → MomentsTopology → MOMENTS`.
@NullMarked
package io.chihiro.ingest;

import org.jspecify.annotations.NullMarked;
