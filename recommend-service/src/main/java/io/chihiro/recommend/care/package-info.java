/// What is said to somebody whose words sound like danger to themselves.
@NullMarked
package io.chihiro.recommend.care;

import org.jspecify.annotations.NullMarked;
