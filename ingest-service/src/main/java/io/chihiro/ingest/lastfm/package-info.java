/// Last.fm's API: listens from the newest back to the very first, page by page.
@NullMarked
package io.chihiro.ingest.lastfm;

import org.jspecify.annotations.NullMarked;
