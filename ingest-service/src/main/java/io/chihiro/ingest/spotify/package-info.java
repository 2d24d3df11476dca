/// Spotify's Web API, as strict as it is for an application of one's own: logging in, the latest
/// plays, what is playing now, one's own playlists.
@NullMarked
package io.chihiro.ingest.spotify;

import org.jspecify.annotations.NullMarked;
