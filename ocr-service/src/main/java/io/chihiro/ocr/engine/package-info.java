/// Who can read a page: the port [io.chihiro.ocr.engine.OcrEngine] and its adapters.
@NullMarked
package io.chihiro.ocr.engine;

import org.jspecify.annotations.NullMarked;
