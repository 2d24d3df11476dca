/// What is read of a song before anybody took to it: its title, how its lyrics begin, or what a
/// language model says they mean.
@NullMarked
package io.chihiro.models.tastes.text;

import org.jspecify.annotations.NullMarked;
