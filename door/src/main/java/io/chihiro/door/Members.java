package io.chihiro.door;

import java.util.Optional;

/// Who may come in beside the owner of this machine.
public interface Members {
  /// Whom a token lets in.
  Optional<Identity> byToken(String token);

  /// Whom a session of the page lets in, as long as what it began with does.
  Optional<Identity> bySession(PageSession.Begun session);
}
