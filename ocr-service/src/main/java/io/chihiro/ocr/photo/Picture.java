package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A photo as a person would hold it: upright, in RGB, with what the camera knew.
///
/// @param image upright, `TYPE_INT_RGB`
/// @param capturedAt the camera's local time (EXIF DateTimeOriginal), never shifted by the offset
/// @param capturedOffset the camera's offset from UTC (EXIF OffsetTimeOriginal)
public record Picture(
    BufferedImage image, Optional<LocalDateTime> capturedAt, Optional<ZoneOffset> capturedOffset) {}
