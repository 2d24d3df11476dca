/// Every topic and every record that travels between the services: the system on one screen.
///
/// Start at [io.chihiro.events.Topics]. [io.chihiro.events.Wire] is the one place that turns
/// records into bytes and back.
@NullMarked
package io.chihiro.events;

import org.jspecify.annotations.NullMarked;
