package io.chihiro.door;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who makes the call under way; the door has let them in.
@RequestScoped
public class Caller {
  private @Nullable Identity identity;

  /// Somebody who calls without a door: for what is tried without a server.
  public static Caller of(Identity identity) {
    Caller caller = new Caller();
    caller.letIn(identity);
    return caller;
  }

  void letIn(Identity somebody) {
    identity = somebody;
  }

  /// Under whose name everything of theirs is kept.
  ///
  /// @throws IllegalStateException if nobody was let in
  public String user() {
    return identity().user();
  }

  /// Who it is.
  ///
  /// @throws IllegalStateException if nobody was let in
  public Identity identity() {
    return Optional.ofNullable(identity)
        .orElseThrow(() -> new IllegalStateException("nobody was let in"));
  }

  /// Refuses whoever does not come through the front door, which knows what else must happen.
  ///
  /// @throws RefusedException if somebody calls by themselves
  public void mustComeThroughFrontDoor() {
    if (!ServiceToken.letIn(identity())) {
      throw RefusedException.forbidden("Only the front door may ask for that; ask there.");
    }
  }

  /// Refuses who does not look after the system.
  ///
  /// @throws RefusedException if the caller is a member
  public void mustManage() {
    if (identity().role() != Identity.Role.OWNER) {
      throw RefusedException.forbidden("Only an owner of this system may do that.");
    }
  }

  /// Refuses a session of the page where one would begin: it would never end.
  ///
  /// @throws RefusedException if no token was shown
  public void mustShowToken() {
    if (!identity().hasToken()) {
      throw RefusedException.forbidden("This call needs a token; a session does not do.");
    }
  }

  /// Refuses whoever is not the person whose life the models learn from.
  ///
  /// @throws RefusedException if it is somebody else
  public void mustBeLearnedFrom() {
    if (!user().equals(Identity.OWNER)) {
      throw RefusedException.forbidden(
          "The models learn from the days of this machine's owner, who alone may see them.");
    }
  }
}
