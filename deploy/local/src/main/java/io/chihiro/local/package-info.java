/// The whole system on one machine: an embedded broker and cache, the supervisor that keeps the
/// processes alive, and the commands of the launcher.
///
/// Start at [io.chihiro.local.Chihiro]; [io.chihiro.local.EmbeddedBroker] and
/// [io.chihiro.local.EmbeddedCache] are what the tests of the services use too.
@NullMarked
package io.chihiro.local;

import org.jspecify.annotations.NullMarked;
