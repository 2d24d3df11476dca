package io.chihiro.ocr.photo;

/// What a file's content says it is, whatever its name.
public enum PhotoFormat {
  HEIC,
  JPEG,
  PNG,
  WEBP,
  TIFF
}
