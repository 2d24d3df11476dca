/// Calls to addresses outside this machine: the port [io.chihiro.ingest.web.Web], what may be asked
/// and what may come back. Nothing here knows who is asked or why.
@NullMarked
package io.chihiro.ingest.web;

import org.jspecify.annotations.NullMarked;
