/// Files become upright pictures, whatever the camera wrote.
@NullMarked
package io.chihiro.ocr.photo;

import org.jspecify.annotations.NullMarked;
