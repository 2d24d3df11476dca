package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// One user's part of a bucket behind the S3 API: `<user>/journal3/IMG_0001.HEIC` lies at the place
/// `journal3/IMG_0001.HEIC`.
public final class S3Bucket implements Bucket {
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String name;
  private final String prefix;
  private final Path scratch;

  /// A user's part.
  ///
  /// @param scratch a folder for copies while they are read
  public S3Bucket(S3Client client, String name, String user, Path scratch) {
    this.client = client;
    this.name = name;
    this.prefix = user + '/';
    this.scratch = scratch;
  }

  @Override
  public List<FileSight> files() {
    try {
      return client
          .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
          .contents()
          .stream()
          .map(this::sight)
          .filter(file -> isPart(file.place()))
          .toList();
    } catch (SdkException e) {
      throw new UncheckedIOException(failed("cannot list the bucket " + name, e));
    }
  }

  @Override
  public FileSight sight(String place) throws IOException {
    HeadObjectResponse head =
        asked(place, () -> client.headObject(request -> request.bucket(name).key(key(place))));
    return new FileSight(place, head.contentLength(), head.lastModified());
  }

  @Override
  public Lent lend(String place) throws IOException {
    Files.createDirectories(scratch);
    Path copy = scratch.resolve(UUID.randomUUID().toString());
    boolean whole = false;
    try {
      var _ =
          asked(
              place, () -> client.getObject(request -> request.bucket(name).key(key(place)), copy));
      whole = true;
      return new Lent(copy, true);
    } finally {
      if (!whole) {
        Files.deleteIfExists(copy);
      }
    }
  }

  @Override
  public void moveIn(Path file, String place) throws IOException {
    var _ =
        asked(place, () -> client.putObject(request -> request.bucket(name).key(key(place)), file));
    Files.delete(file);
  }

  @Override
  public void delete(String place) throws IOException {
    var _ =
        asked(place, () -> client.deleteObject(request -> request.bucket(name).key(key(place))));
  }

  /// Which place an object's key is, if it is one of this user's.
  public boolean isOwn(String key) {
    return key.startsWith(prefix) && isPart(key.substring(prefix.length()));
  }

  /// The place of a key that is this user's.
  public String place(String key) {
    return key.substring(prefix.length());
  }

  @Override
  public void close() {
    client.close();
  }

  private FileSight sight(S3Object object) {
    return new FileSight(place(object.key()), object.size(), object.lastModified());
  }

  private static boolean isPart(String place) {
    return !place.isEmpty()
        && !place.endsWith("/")
        && !place.startsWith(".")
        && !place.contains("/.");
  }

  private String key(String place) {
    return prefix + place;
  }

  private <T> T asked(String place, Supplier<T> call) throws IOException {
    if (!isPart(place)) {
      throw new IOException(place + " is no place in the bucket");
    }
    try {
      return call.get();
    } catch (AwsServiceException e) {
      if (e.statusCode() == NOT_FOUND) {
        throw new NoSuchFileException(place);
      }
      throw failed("the bucket " + name + " refuses " + place, e);
    } catch (SdkException e) {
      throw failed("cannot reach the bucket " + name, e);
    }
  }

  /// What a server says may hold anything, so only its status is passed on.
  private static IOException failed(String sentence, SdkException e) {
    String why =
        e instanceof AwsServiceException told
            ? "status " + told.statusCode()
            : e.getClass().getSimpleName();
    return new IOException(sentence + ": " + why, e);
  }
}
