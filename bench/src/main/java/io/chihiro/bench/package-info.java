/// Speed, measured beside a peer and against a bar.
@NullMarked
package io.chihiro.bench;

import org.jspecify.annotations.NullMarked;
