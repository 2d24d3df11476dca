/// Whether a model is right: data sets, figures with intervals, the gate, the report.
@NullMarked
package io.chihiro.models.evaluation;

import org.jspecify.annotations.NullMarked;
