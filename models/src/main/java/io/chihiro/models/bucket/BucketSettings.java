package io.chihiro.models.bucket;

import java.net.URI;
import java.util.Optional;

/// Which bucket is the model store. As variables: `CHIHIRO_MODELS_BUCKET_NAME=chihiro`,
/// `CHIHIRO_MODELS_BUCKET_ENDPOINT=http://127.0.0.1:9000`.
public interface BucketSettings {
  /// The bucket's name. Unset: models stay in their folder and leave the machine for nowhere.
  Optional<String> name();

  /// Where the server is; unset: Amazon's own.
  Optional<URI> endpoint();

  /// Unset: `us-east-1`, which servers of one's own do not look at.
  Optional<String> region();

  /// What the keys of all models begin with, such as `models/`. Unset: nothing.
  Optional<String> prefix();

  /// What the server wants to know us by; unset: as the SDK finds it, from the environment or
  /// `~/.aws`.
  Optional<String> accessKey();

  /// The secret that belongs to the key.
  Optional<String> secretKey();
}
