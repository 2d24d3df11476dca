@NullMarked
package io.chihiro.local;

import org.jspecify.annotations.NullMarked;
