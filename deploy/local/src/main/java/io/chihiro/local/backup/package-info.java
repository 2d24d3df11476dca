/// A whole system in one file, and back.
@NullMarked
package io.chihiro.local.backup;

import org.jspecify.annotations.NullMarked;
