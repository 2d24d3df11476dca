/// The built system, tested from outside as seven real processes.
@NullMarked
package io.chihiro.acceptance;

import org.jspecify.annotations.NullMarked;
