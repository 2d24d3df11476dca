package io.chihiro.door;

import java.time.Instant;
import java.util.Optional;

/// Who may come in beside the owner of this machine.
public interface Members {
  /// Whom a token lets in.
  Optional<Identity> byToken(String token);

  /// Whom a session of the page lets in.
  ///
  /// @param issued when the session began
  Optional<Identity> bySession(String user, Instant issued);
}
