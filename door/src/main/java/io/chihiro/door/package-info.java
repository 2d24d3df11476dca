/// The door of every service: who may come in, and how a call is answered when it is wrong.
@NullMarked
package io.chihiro.door;

import org.jspecify.annotations.NullMarked;
