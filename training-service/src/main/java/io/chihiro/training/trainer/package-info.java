/// How each model learns: one port, one short class a model, one enum as the catalogue.
@NullMarked
package io.chihiro.training.trainer;

import org.jspecify.annotations.NullMarked;
