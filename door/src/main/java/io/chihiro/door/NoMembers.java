package io.chihiro.door;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Behind the front door nobody but the front door and the owner of this machine comes in.
@DefaultBean
@Singleton
public class NoMembers implements Members {
  @Override
  public Optional<Identity> byToken(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> bySession(PageSession.Begun session) {
    return Optional.empty();
  }
}
