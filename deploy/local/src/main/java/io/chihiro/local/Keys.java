package io.chihiro.local;

import io.chihiro.keys.KeyRing;
import io.chihiro.keys.UnusableKeysException;
import java.util.List;

/// `keys rotate`: a new key for every user, all of them wrapped with a new key of the system. The
/// services notice by themselves.
final class Keys implements Command {
  @Override
  public int run(Context context, List<String> arguments) {
    if (!arguments.equals(List.of("rotate"))) {
      throw new TroubleException("Say what to do with the keys: ./chihiro keys rotate");
    }
    context.home().prepare();
    context.say(sentence(rotated(HomeKeys.open(context))));
    return 0;
  }

  private static KeyRing.Rotation rotated(KeyRing keys) {
    try {
      return keys.rotateAll();
    } catch (UnusableKeysException e) {
      throw HomeKeys.trouble(e);
    }
  }

  private static String sentence(KeyRing.Rotation done) {
    String users =
        "%d %s a new key; what the keys before sealed still opens."
            .formatted(done.users(), done.users() == 1 ? "user has" : "users have");
    return users
        + (done.newMaster()
            ? " All keys are wrapped with a new key of the system; the one before is gone."
            : " All keys are wrapped anew by the key management service.");
  }
}
