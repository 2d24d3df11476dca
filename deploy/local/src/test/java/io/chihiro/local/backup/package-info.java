@NullMarked
package io.chihiro.local.backup;

import org.jspecify.annotations.NullMarked;
