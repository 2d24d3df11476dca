package io.chihiro.ocr.bucket;

import java.time.Instant;

/// A file in the bucket as it was seen at one moment; the same sight means the same content.
///
/// @param place path below the bucket's root, with `/`
/// @param bytes its size
/// @param modified when it was last written to
public record FileSight(String place, long bytes, Instant modified) {}
