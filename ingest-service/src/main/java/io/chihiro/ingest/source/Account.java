package io.chihiro.ingest.source;

/// Whose listens are asked for, and with what.
///
/// @param user of Chihiro
/// @param name at the service
/// @param secret key or token, empty if the service needs none
public record Account(String user, String name, String secret) {
  /// Never the secret.
  @Override
  public String toString() {
    return "Account of " + user;
  }
}
