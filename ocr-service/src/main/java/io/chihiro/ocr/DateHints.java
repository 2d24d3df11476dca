package io.chihiro.ocr;

import java.time.LocalDate;
import java.util.Optional;

/// What helps to understand a written date.
///
/// @param order what 05/03/24 means
/// @param captured the local day on which the photo was taken; supplies a year that is not written
/// @param latest no page is of a later day
record DateHints(DayOrder order, Optional<LocalDate> captured, LocalDate latest) {}
