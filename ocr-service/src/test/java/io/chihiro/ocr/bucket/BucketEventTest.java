package io.chihiro.ocr.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketEventTest {
  private static final String MINIO =
      """
      {"EventName":"%s","Key":"journals/owner/journal3/IMG+0001%%20%%C3%%A9.HEIC","Records":[{
       "eventVersion":"2.0","eventSource":"minio:s3","awsRegion":"","eventTime":"2026-11-22T10:00:00.000Z",
       "eventName":"%s","userIdentity":{"principalId":"minio"},"s3":{"s3SchemaVersion":"1.0",
       "configurationId":"Config","bucket":{"name":"journals","arn":"arn:aws:s3:::journals"},
       "object":{"key":"owner%%2Fjournal3%%2FIMG+0001+%%C3%%A9.HEIC","size":5,"eTag":"ab",
       "sequencer":"17A"}},"source":{"host":"127.0.0.1"}}]}
      """;

  @Test
  void whatMinioTellsIsUnderstood() throws IOException {
    assertEquals(
        List.of(new BucketEvent("journals", "owner/journal3/IMG 0001 é.HEIC", true)),
        of(MINIO.formatted("s3:ObjectCreated:Put", "s3:ObjectCreated:Put")));
    assertEquals(
        List.of(new BucketEvent("journals", "owner/journal3/IMG 0001 é.HEIC", false)),
        of(MINIO.formatted("s3:ObjectRemoved:Delete", "s3:ObjectRemoved:Delete")));
  }

  @Test
  void whatAwsTellsIsUnderstoodToo() throws IOException {
    assertEquals(
        true,
        of(MINIO.formatted("", "ObjectCreated:CompleteMultipartUpload")).getFirst().created());
  }

  @Test
  void whatIsOnlyReadIsNoNews() throws IOException {
    assertEquals(List.of(), of(MINIO.formatted("", "s3:ObjectAccessed:Get")));
  }

  @Test
  void whatIsNoSuchMessageIsNotRepeated() {
    for (String message : List.of("secret text", "{\"text\":\"secret\"}", "[1]", "")) {
      var broken = assertThrows(IOException.class, () -> of(message));
      assertFalse(String.valueOf(broken.getMessage()).contains("secret"));
    }
  }

  private static List<BucketEvent> of(String message) throws IOException {
    return BucketEvent.of(message.getBytes(StandardCharsets.UTF_8));
  }
}
