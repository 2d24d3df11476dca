package io.chihiro.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;

/// One user's keys, unwrapped: the newest seals, all of them open.
///
/// @param keys Tink's own
/// @param numbers of the keys
/// @param stamp of the file that they were read from
record UserKey(KeysetHandle keys, Aead aead, Set<Integer> numbers, FileStamp stamp) {
  static UserKey of(KeysetHandle keys, FileStamp stamp) throws GeneralSecurityException {
    return new UserKey(keys, Keysets.aead(keys), Keysets.numbers(keys), stamp);
  }

  byte[] seal(String place, byte[] plain) {
    try {
      return SealFormat.sealed(aead.encrypt(plain, bound(place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal", e);
    }
  }

  boolean holds(int number) {
    return numbers.contains(number);
  }

  byte[] open(String place, byte[] sealed) {
    try {
      return aead.decrypt(SealFormat.byTink(sealed), bound(place));
    } catch (GeneralSecurityException _) {
      throw new BrokenSealException("it is sealed, and was changed or moved from another place");
    }
  }

  private static byte[] bound(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
