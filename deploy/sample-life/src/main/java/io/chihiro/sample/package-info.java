/// A fictional person's diary, plays and moods, made from one seed: what tests, the demo and
/// benchmarks stand on.
@NullMarked
package io.chihiro.sample;

import org.jspecify.annotations.NullMarked;
