package io.chihiro.ocr.bucket;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// How a server that speaks S3 is reached: MinIO, Garage, AWS.
///
/// @param endpoint where it is; empty for AWS itself
/// @param pathStyle whether the bucket's name stands in the path instead of the host's name
/// @param keys who asks; empty to let the SDK look where it usually looks
public record S3Connection(
    Optional<URI> endpoint, String region, boolean pathStyle, Optional<Keys> keys) {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

  /// Who asks. Neither half is ever shown.
  public record Keys(String access, String secret) {
    @Override
    public String toString() {
      return "Keys[hidden]";
    }
  }

  /// A client; whoever opens it closes it.
  public S3Client open() {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(region))
            .forcePathStyle(pathStyle)
            .credentialsProvider(credentials())
            // Not every server knows the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_PATIENCE)
                    .socketTimeout(READ_PATIENCE));
    endpoint.ifPresent(client::endpointOverride);
    return client.build();
  }

  private AwsCredentialsProvider credentials() {
    return keys.<AwsCredentialsProvider>map(
            known ->
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(known.access(), known.secret())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
