/// Where a song's words come from: the port [io.chihiro.ingest.lyrics.LyricsSource], its adapters,
/// and the gates that a text must pass. Asking tells others what somebody listens to, so nothing
/// here asks anybody by itself.
@NullMarked
package io.chihiro.ingest.lyrics;

import org.jspecify.annotations.NullMarked;
