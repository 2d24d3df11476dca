package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;

/// Who is calling. In this release the local owner is the one user; every key, record and call
/// carries the name all the same, so that a second person needs no new shape.
@ApplicationScoped
public class Caller {
  /// The name under which everything of the local owner is kept.
  public static final String OWNER = "owner";

  /// The user of the call under way; the filter has let only the owner in.
  public String user() {
    return OWNER;
  }
}
