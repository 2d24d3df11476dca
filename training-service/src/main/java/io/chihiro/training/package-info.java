/// Moments become models: `MOMENTS + FEEDBACK → TrainModels → gate → store + MODELS`, and beside it
/// `MOMENTS + VECTORS → MeasureEncoder → MODELS`.
@NullMarked
package io.chihiro.training;

import org.jspecify.annotations.NullMarked;
