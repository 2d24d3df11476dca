/// Everything that the services measure: its name, its labels and what it means, in one place.
@NullMarked
package io.chihiro.metrics;

import org.jspecify.annotations.NullMarked;
