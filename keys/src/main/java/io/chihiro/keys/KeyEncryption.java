package io.chihiro.keys;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.security.GeneralSecurityException;

/// What wraps the users' keys, so that their files alone open nothing.
interface KeyEncryption {
  /// The key that wraps, as it is now.
  Aead aead() throws IOException, GeneralSecurityException;

  /// Makes a new key and lets everything be wrapped with it; the one before is forgotten once that
  /// is done.
  ///
  /// @param rewrap wraps every user's keys anew
  /// @return whether there is a new key; a service that keeps keys makes its own new ones
  boolean rotate(Rewrap rewrap) throws IOException, GeneralSecurityException;

  /// Wraps every user's keys anew.
  @FunctionalInterface
  interface Rewrap {
    void all() throws IOException, GeneralSecurityException;
  }
}
