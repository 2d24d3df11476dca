/// Services that go on telling what somebody listens to: what is known of each connection, where it
/// is written down, and what an answer may come to. The adapters lie beside this package.
@NullMarked
package io.chihiro.ingest.source;

import org.jspecify.annotations.NullMarked;
