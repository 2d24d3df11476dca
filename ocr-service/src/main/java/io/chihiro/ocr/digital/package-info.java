/// Journals that other programs wrote, row by row.
@NullMarked
package io.chihiro.ocr.digital;

import org.jspecify.annotations.NullMarked;
