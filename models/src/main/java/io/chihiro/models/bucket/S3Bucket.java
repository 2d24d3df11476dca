package io.chihiro.models.bucket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket that speaks S3: Amazon's, MinIO, Garage and others.
///
/// See [the API](https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html).
public final class S3Bucket implements ModelBucket, AutoCloseable {
  private static final String USUAL_REGION = "us-east-1";

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /// Opens nothing yet: the first call does.
  public S3Bucket(BucketSettings settings) {
    bucket = settings.name().orElseThrow();
    prefix = settings.prefix().orElse("");
    client = client(settings);
  }

  private static S3Client client(BucketSettings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(settings.region().orElse(USUAL_REGION)))
            // Servers of one's own do not all know the checksums that Amazon added later.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    settings.endpoint().ifPresent(at -> builder.endpointOverride(at).forcePathStyle(true));
    credentials(settings).ifPresent(builder::credentialsProvider);
    return builder.build();
  }

  private static Optional<StaticCredentialsProvider> credentials(BucketSettings settings) {
    return settings
        .accessKey()
        .map(
            key ->
                AwsBasicCredentials.create(
                    key, settings.secretKey().orElseThrow(S3Bucket::noSecret)))
        .map(StaticCredentialsProvider::create);
  }

  private static IllegalStateException noSecret() {
    return new IllegalStateException(
        "chihiro.models.bucket.access-key is set, but chihiro.models.bucket.secret-key is not.");
  }

  @Override
  public String name() {
    return bucket;
  }

  @Override
  public List<String> keys(String beginning) throws IOException {
    return asked(
        () ->
            client
                .listObjectsV2Paginator(all -> all.bucket(bucket).prefix(prefix + beginning))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList());
  }

  @Override
  public void get(String key, Path to) throws IOException {
    var _ = asked(() -> client.getObject(get -> get.bucket(bucket).key(prefix + key), to));
  }

  @Override
  public void put(String key, Path from) throws IOException {
    var _ =
        asked(
            () ->
                client.putObject(
                    put -> put.bucket(bucket).key(prefix + key), RequestBody.fromFile(from)));
  }

  @Override
  public void delete(String key) throws IOException {
    var _ = asked(() -> client.deleteObject(delete -> delete.bucket(bucket).key(prefix + key)));
  }

  @Override
  public void close() {
    client.close();
  }

  private <T> T asked(Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (S3Exception e) {
      throw new IOException(
          "the bucket %s refuses with status %d".formatted(bucket, e.statusCode()), e);
    } catch (SdkException e) {
      throw new IOException("the bucket %s cannot be reached".formatted(bucket), e);
    }
  }
}
