package io.chihiro.ocr.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// That something came into a bucket or went, as S3 and MinIO tell it: `{"EventName":
/// "s3:ObjectCreated:Put","Key":"journals/owner/IMG_1.HEIC","Records":[{"eventName":…,"s3":
/// {"bucket":{"name"},"object":{"key","size","eTag","sequencer"}}}]}`. Pure.
///
/// @param bucket its name
/// @param key of the object, decoded
/// @param created false if it went
public record BucketEvent(String bucket, String key, boolean created) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// The events of one message.
  ///
  /// @throws IOException if it is no such message; what it holds is not repeated
  public static List<BucketEvent> of(byte[] message) throws IOException {
    JsonNode records = read(message).path("Records");
    if (!records.isArray()) {
      throw new IOException("a message about the bucket has no Records");
    }
    List<BucketEvent> events = new ArrayList<>();
    for (JsonNode each : records) {
      // MinIO says s3:ObjectCreated:Put, AWS leaves "s3:" out.
      String name = each.path("eventName").asText("").replaceFirst("^s3:", "");
      String bucket = each.path("s3").path("bucket").path("name").asText("");
      String key = each.path("s3").path("object").path("key").asText("");
      boolean created = name.startsWith("ObjectCreated:");
      if ((created || name.startsWith("ObjectRemoved:")) && !key.isEmpty()) {
        events.add(new BucketEvent(bucket, decoded(key), created));
      }
    }
    return events;
  }

  private static JsonNode read(byte[] message) throws IOException {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new IOException("a message about the bucket is no JSON", e);
    }
  }

  // Keys travel as in a form: spaces as +, everything unusual as %.
  private static String decoded(String key) throws IOException {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("a message about the bucket has a key that is not encoded", e);
    }
  }
}
