/// Moments become models: `MOMENTS + VECTORS → MeasureEncoder → MODELS`.
@NullMarked
package io.chihiro.training;

import org.jspecify.annotations.NullMarked;
