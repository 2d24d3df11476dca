/// Vectors of a catalogue on disk, and which of them lie nearest to a query.
@NullMarked
package io.chihiro.models.index;

import org.jspecify.annotations.NullMarked;
