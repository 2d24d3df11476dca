package io.chihiro.ocr;

import java.time.Duration;

/// How often the bucket is looked at.
///
/// @param poll between two looks
/// @param stillness how long a file must stand still before it counts as whole
record Pace(Duration poll, Duration stillness) {}
