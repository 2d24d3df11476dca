/// Pages become dated text: `bucket → WatchBucket → JOURNAL_PAGES → ReadPages → JOURNAL_ENTRIES`.
@NullMarked
package io.chihiro.ocr;

import org.jspecify.annotations.NullMarked;
