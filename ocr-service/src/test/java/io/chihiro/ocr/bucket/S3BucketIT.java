package io.chihiro.ocr.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.s3proxy.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The same against a server that speaks S3.
@TestInstance(Lifecycle.PER_CLASS)
class S3BucketIT extends BucketContract {
  private static final String NAME = "journals";

  private final Path folder = folder();
  private final S3Server server = server(folder);
  private final S3Client client = connection("test-secret").open();
  private final S3Bucket bucket = new S3Bucket(client, NAME, "owner", folder.resolve("lent"));

  @BeforeAll
  void fillAnothersPart() {
    put("other/journal1/IMG_1.HEIC", "not ours");
  }

  @BeforeEach
  @AfterEach
  void empty() {
    for (S3Object object :
        client.listObjectsV2(list -> list.bucket(NAME).prefix("owner/")).contents()) {
      var _ = client.deleteObject(gone -> gone.bucket(NAME).key(object.key()));
    }
  }

  @AfterAll
  void stop() throws IOException {
    bucket.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Override
  Bucket bucket() {
    return bucket;
  }

  @Override
  void hide() {
    put("owner/.hidden.md", "x");
  }

  @Test
  void aKeyBeginsWithTheUser() throws IOException {
    move("Rain.", "journal3/IMG_0001.HEIC");
    assertEquals(
        List.of("owner/journal3/IMG_0001.HEIC"),
        client.listObjectsV2(list -> list.bucket(NAME).prefix("owner/")).contents().stream()
            .map(S3Object::key)
            .toList());
    assertTrue(bucket.isOwn("owner/journal3/IMG_0001.HEIC"));
    assertFalse(bucket.isOwn("other/journal1/IMG_1.HEIC"));
    assertEquals("journal3/IMG_0001.HEIC", bucket.place("owner/journal3/IMG_0001.HEIC"));
  }

  @Test
  void aCopyGoesWhenItIsGivenBack() throws IOException {
    move("Rain.", "a.md");
    Lent lent = bucket.lend("a.md");
    lent.close();
    assertFalse(Files.exists(lent.file()));
  }

  @Test
  void whoMayNotAskIsToldSoWithoutTheKeys() {
    try (S3Bucket stranger =
        new S3Bucket(connection("guessed-secret").open(), NAME, "owner", folder.resolve("lent"))) {
      var refused = assertThrows(UncheckedIOException.class, stranger::files);
      String said = refused.getMessage() + refused.getCause();
      assertTrue(said.contains("status 403"), said);
      assertFalse(said.contains("guessed-secret") || said.contains("test-access"), said);
    }
    assertFalse(connection("guessed-secret").toString().contains("guessed"));
  }

  @Test
  void aServerThatIsNotThereIsABrokenWorld() {
    var nowhere =
        new S3Connection(
            Optional.of(URI.create("http://127.0.0.1:1")), "us-east-1", true, keys("x"));
    try (S3Bucket none = new S3Bucket(nowhere.open(), NAME, "owner", folder.resolve("lent"))) {
      assertThrows(UncheckedIOException.class, none::files);
      assertThrows(IOException.class, () -> none.sight("a.md"));
    }
  }

  private S3Connection connection(String secret) {
    return new S3Connection(Optional.of(server.endpoint()), "us-east-1", true, keys(secret));
  }

  private static Optional<S3Connection.Keys> keys(String secret) {
    return Optional.of(new S3Connection.Keys(S3Server.ACCESS_KEY, secret));
  }

  private void put(String key, String text) {
    var _ = client.putObject(put -> put.bucket(NAME).key(key), RequestBody.fromString(text));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("chihiro-s3-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static S3Server server(Path folder) {
    try {
      return S3Server.start(folder, NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
