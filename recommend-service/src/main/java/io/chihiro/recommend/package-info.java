/// The front door: `MOMENTS + VECTORS → FollowDays → index (Redis, memory) → answers`, the page,
/// and the way to the other services.
@NullMarked
package io.chihiro.recommend;

import org.jspecify.annotations.NullMarked;
