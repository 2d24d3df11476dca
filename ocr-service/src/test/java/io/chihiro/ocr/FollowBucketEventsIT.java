package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.events.EntryRead;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.ocr.bucket.S3Bucket;
import io.chihiro.ocr.bucket.S3Connection;
import io.chihiro.ocr.bucket.S3Settings;
import io.chihiro.s3proxy.S3Server;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// What an S3 server tells over a real broker comes into the journal; nobody lists the bucket here.
class FollowBucketEventsIT {
  private static final String BUCKET = "journals";
  private static final String TOPIC = "bucket-events";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private S3Server server;
  private S3Client client;
  private S3Bucket bucket;
  private KafkaProducer<String, String> minio;
  private OcrWorld world;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
    createTopic();
    server = S3Server.start(folder.resolve("s3"), BUCKET);
    client = connection().open();
    bucket = new S3Bucket(client, BUCKET, OcrWorld.OWNER, folder.resolve("lent"));
    minio =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer());
    world = OcrWorld.over(bucket, folder.resolve("home"));
  }

  private void createTopic() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      var _ = admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void stop() throws IOException {
    minio.close();
    bucket.close();
    server.close();
    broker.close();
  }

  @Test
  void whatIsToldOfComesIn() throws Exception {
    FollowBucketEvents following = following();
    put("owner/journal1/2024-03-05.md", "Rain on the harbour.");
    tell(BUCKET, "owner/journal1/2024-03-05.md");
    awaitTexts(List.of("Rain on the harbour."));
    following.stop(new ShutdownEvent());

    put("owner/journal1/2024-03-06.md", "Snow.");
    tell(BUCKET, "owner/journal1/2024-03-06.md");
    FollowBucketEvents again = following();
    awaitTexts(List.of("Rain on the harbour.", "Snow."));
    again.stop(new ShutdownEvent());
  }

  @Test
  void whatIsNotOursOrNoNewsHarmsNothing() throws Exception {
    put("other/2024-03-05.md", "Another's.");
    put("owner/2024-03-07.md", "Mine.");
    FollowBucketEvents following = following();
    tell(BUCKET, "other/2024-03-05.md");
    tell("elsewhere", "owner/2024-03-07.md");
    tell(BUCKET, "owner/never-came.md");
    send("no json at all");
    send("{\"Records\":[{\"eventName\":7}]}");
    assertEquals(List.of(), texts());
    tell(BUCKET, "owner/2024-03-07.md");

    awaitTexts(List.of("Mine."));
    assertEquals(1, world.pages().size());
    following.stop(new ShutdownEvent());
  }

  private FollowBucketEvents following() {
    var following =
        new FollowBucketEvents(
            world.journal,
            bucket,
            world.arrivals,
            new EventSettings(server.endpoint()),
            new OcrWorld.TestSettings(folder.resolve("home"), broker.bootstrapServers()));
    following.start(new StartupEvent());
    return following;
  }

  private void awaitTexts(List<String> expected) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!texts().equals(expected) || world.pages().size() < expected.size()) {
      assertTrue(Instant.now().isBefore(end), "there are " + texts());
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private List<String> texts() {
    return world.entries().stream().map(EntryRead::text).sorted().toList();
  }

  private void put(String key, String text) {
    var _ = client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  /// As MinIO does: keys are encoded as in a form.
  private void tell(String name, String key) throws Exception {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("EventName", "s3:ObjectCreated:Put").put("Key", name + '/' + key);
    ObjectNode told = message.putArray("Records").addObject();
    told.put("eventName", "s3:ObjectCreated:Put");
    told.putObject("s3")
        .<ObjectNode>set("bucket", JsonNodeFactory.instance.objectNode().put("name", name))
        .putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8));
    send(message.toString());
  }

  private void send(String message) throws Exception {
    var _ = minio.send(new ProducerRecord<>(TOPIC, message)).get();
  }

  private S3Connection connection() {
    return new EventSettings(server.endpoint()).connection();
  }

  /// A bucket whose server tells what comes, and which is listed once a day.
  private record EventSettings(URI server) implements S3Settings {
    @Override
    public Optional<String> bucket() {
      return Optional.of(BUCKET);
    }

    @Override
    public Optional<URI> endpoint() {
      return Optional.of(server);
    }

    @Override
    public String region() {
      return "us-east-1";
    }

    @Override
    public boolean pathStyle() {
      return true;
    }

    @Override
    public Optional<String> accessKey() {
      return Optional.of(S3Server.ACCESS_KEY);
    }

    @Override
    public Optional<String> secretKey() {
      return Optional.of(S3Server.SECRET_KEY);
    }

    @Override
    public Duration poll() {
      return Duration.ofDays(1);
    }

    @Override
    public Optional<String> eventsTopic() {
      return Optional.of(TOPIC);
    }
  }
}
