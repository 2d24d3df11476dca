/// What a listening history looks like: the port [io.chihiro.ingest.history.HistoryFormat], its
/// adapters, and the files that hold one.
@NullMarked
package io.chihiro.ingest.history;

import org.jspecify.annotations.NullMarked;
