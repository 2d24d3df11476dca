/// Songs found by their lines: how they are ranked, and what the encoder of what is asked learns
/// from and is judged by.
@NullMarked
package io.chihiro.models.lines;

import org.jspecify.annotations.NullMarked;
