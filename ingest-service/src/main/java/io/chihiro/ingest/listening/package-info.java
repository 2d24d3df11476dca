/// What somebody listened to, when and on which day, worked out from what every source told: pure,
/// and the same whatever was told first.
@NullMarked
package io.chihiro.ingest.listening;

import org.jspecify.annotations.NullMarked;
