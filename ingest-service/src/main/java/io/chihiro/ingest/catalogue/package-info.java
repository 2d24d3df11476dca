/// Catalogues of songs as others write them: tables and JSON lines, lyrics, and what songs sound
/// like. Files in, rows out; nothing here knows topics or HTTP.
@NullMarked
package io.chihiro.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
