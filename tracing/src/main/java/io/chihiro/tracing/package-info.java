/// Which steps one call or photo takes through the services.
@NullMarked
package io.chihiro.tracing;

import org.jspecify.annotations.NullMarked;
