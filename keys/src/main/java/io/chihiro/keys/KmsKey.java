package io.chihiro.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;

/// A key that never leaves its key management service; every wrapping and unwrapping is a call to
/// it.
///
/// Which services there are is found with Java's service loader: whoever puts a Tink [KmsClient] on
/// the class path and names it in `META-INF/services` can be asked.
final class KmsKey implements KeyEncryption {
  private final Aead aead;

  KmsKey(String uri) {
    try {
      // Only its own surroundings tell the client who it is: no credential goes through here.
      this.aead = client(uri).withDefaultCredentials().getAead(uri);
    } catch (GeneralSecurityException e) {
      throw new UnusableKeysException("The key CHIHIRO_KEY_URI=" + uri + " cannot be used.", e);
    }
  }

  private static KmsClient client(String uri) {
    return ServiceLoader.load(KmsClient.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.doesSupport(uri))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableKeysException(
                    "No key management service on the class path answers for CHIHIRO_KEY_URI="
                        + uri
                        + "."));
  }

  @Override
  public Aead aead() {
    return aead;
  }

  @Override
  public boolean rotate(Rewrap rewrap) throws IOException, GeneralSecurityException {
    rewrap.all();
    return false;
  }
}
