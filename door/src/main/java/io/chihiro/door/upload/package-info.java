/// What a person uploads: archives that may be broken, or made to harm.
@NullMarked
package io.chihiro.door.upload;

import org.jspecify.annotations.NullMarked;
