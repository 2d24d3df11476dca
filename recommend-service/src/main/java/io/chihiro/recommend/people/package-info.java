/// Who may come in beside the owner of this machine: accounts, their tokens, and those of a
/// provider that the owner trusts.
@NullMarked
package io.chihiro.recommend.people;

import org.jspecify.annotations.NullMarked;
