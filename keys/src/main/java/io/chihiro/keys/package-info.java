/// A key for each user, and what it seals: everything at rest that somebody wrote or said.
@NullMarked
package io.chihiro.keys;

import org.jspecify.annotations.NullMarked;
