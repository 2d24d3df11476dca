/// Who takes to which songs: interactions of many users in, a score of every song for each of them
/// out. Several models behind one port, all measured on the same held-out interactions.
@NullMarked
package io.chihiro.models.tastes;

import org.jspecify.annotations.NullMarked;
