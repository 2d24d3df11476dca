/// What the tests of services share: the rules that each of them keeps, and keys.
@NullMarked
package io.chihiro.shape;

import org.jspecify.annotations.NullMarked;
