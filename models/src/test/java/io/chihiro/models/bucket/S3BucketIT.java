package io.chihiro.models.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.s3proxy.S3Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// The same against a server that speaks S3.
class S3BucketIT extends ModelBucketContract {
  @TempDir static Path served;

  private static S3Server server;
  private S3Bucket bucket;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(served, "models");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    String own = test.getTestMethod().orElseThrow().getName() + "/";
    bucket = new S3Bucket(new Settings("models", server.endpoint(), own, S3Server.SECRET_KEY));
  }

  @AfterEach
  void close() {
    bucket.close();
  }

  @Override
  ModelBucket bucket() {
    return bucket;
  }

  @Test
  void aWrongSecretIsRefusedAndNotTold() {
    try (S3Bucket wrong =
        new S3Bucket(new Settings("models", server.endpoint(), "", "a-wrong-secret"))) {
      IOException problem = assertThrows(IOException.class, () -> wrong.keys(""));

      assertEquals("the bucket models refuses with status 403", problem.getMessage());
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      assertFalse(trace.toString().contains("a-wrong-secret"));
    }
  }

  private record Settings(String bucket, URI at, String beginning, String secret)
      implements BucketSettings {
    @Override
    public Optional<String> name() {
      return Optional.of(bucket);
    }

    @Override
    public Optional<URI> endpoint() {
      return Optional.of(at);
    }

    @Override
    public Optional<String> region() {
      return Optional.empty();
    }

    @Override
    public Optional<String> prefix() {
      return Optional.of(beginning);
    }

    @Override
    public Optional<String> accessKey() {
      return Optional.of(S3Server.ACCESS_KEY);
    }

    @Override
    public Optional<String> secretKey() {
      return Optional.of(secret);
    }
  }
}
