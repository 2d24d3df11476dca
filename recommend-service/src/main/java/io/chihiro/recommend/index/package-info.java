/// Where days are kept so that they can be asked quickly: the port
/// [io.chihiro.recommend.index.DayStore] and its adapters.
@NullMarked
package io.chihiro.recommend.index;

import org.jspecify.annotations.NullMarked;
