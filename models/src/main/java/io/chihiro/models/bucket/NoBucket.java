package io.chihiro.models.bucket;

import java.net.URI;
import java.util.Optional;

/// Models stay in their folder.
public record NoBucket() implements BucketSettings {
  @Override
  public Optional<String> name() {
    return Optional.empty();
  }

  @Override
  public Optional<URI> endpoint() {
    return Optional.empty();
  }

  @Override
  public Optional<String> region() {
    return Optional.empty();
  }

  @Override
  public Optional<String> prefix() {
    return Optional.empty();
  }

  @Override
  public Optional<String> accessKey() {
    return Optional.empty();
  }

  @Override
  public Optional<String> secretKey() {
    return Optional.empty();
  }
}
