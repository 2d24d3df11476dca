/// Which words of a mood carried a song.
@NullMarked
package io.chihiro.models.explain;

import org.jspecify.annotations.NullMarked;
