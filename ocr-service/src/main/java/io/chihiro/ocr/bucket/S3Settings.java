package io.chihiro.ocr.bucket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A bucket behind the S3 API in place of the watched folder. Off unless `CHIHIRO_OCR_S3_BUCKET`
/// names one.
@ConfigMapping(prefix = "chihiro.ocr.s3")
public interface S3Settings {
  /// The bucket's name. Unset: the folder is watched.
  Optional<String> bucket();

  /// Where the server is, such as `http://127.0.0.1:9000`; unset for AWS.
  Optional<URI> endpoint();

  /// The region; servers of one's own mostly do not care.
  @WithDefault("us-east-1")
  String region();

  /// Whether the bucket's name stands in the path: true for MinIO and Garage.
  @WithDefault("true")
  boolean pathStyle();

  /// Who asks. Unset: the SDK looks where it usually looks.
  Optional<String> accessKey();

  /// The other half of it.
  Optional<String> secretKey();

  /// How often the bucket is listed. On AWS a thousand lists cost half a cent.
  @WithDefault("60s")
  Duration poll();

  /// The topic on which the server tells what came and went (MinIO's bucket notification). Unset:
  /// the bucket is only listed.
  Optional<String> eventsTopic();

  /// How the server is reached.
  default S3Connection connection() {
    return new S3Connection(
        endpoint(),
        region(),
        pathStyle(),
        accessKey()
            .flatMap(access -> secretKey().map(secret -> new S3Connection.Keys(access, secret))));
  }
}
