/// The rules that every service keeps.
@NullMarked
package io.chihiro.shape;

import org.jspecify.annotations.NullMarked;
