package io.chihiro.local;

import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import io.chihiro.keys.UnusableKeysException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The keys of a home, where the services look for them too.
final class HomeKeys {
  private HomeKeys() {}

  /// Where they lie.
  static KeyPlaces places(Context context) {
    Map<String, String> told =
        Environment.of(context.environment(), context.home(), context.ports());
    return KeyPlaces.in(
        context.home().folder(),
        Optional.ofNullable(told.get("CHIHIRO_KEYS_FOLDER")).map(Path::of),
        Optional.ofNullable(told.get("CHIHIRO_KEY_FILE")).map(Path::of),
        Optional.ofNullable(told.get("CHIHIRO_KEY_URI")));
  }

  /// Opens them, and makes the key of the whole system if there is none.
  ///
  /// @throws TroubleException if they cannot be used, as a service would refuse them
  static KeyRing open(Context context) {
    try {
      return places(context).open();
    } catch (UnusableKeysException e) {
      throw trouble(e);
    }
  }

  static TroubleException trouble(UnusableKeysException e) {
    return new TroubleException(String.valueOf(e.getMessage()), e);
  }
}
