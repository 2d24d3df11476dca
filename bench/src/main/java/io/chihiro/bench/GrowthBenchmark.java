package io.chihiro.bench;

import io.chihiro.events.EntryRead;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Topic;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a play, a day, a user and a partition cost: bytes on disk and in the cache, memory, and
/// processor time.
final class GrowthBenchmark implements Benchmark {
  private static final Map<String, String> SETTINGS = Map.of("CHIHIRO_ZONES", LargeImport.ZONE);
  private static final int PLAYS = 200_000;
  private static final int DAYS = 1_000;
  private static final int PAGES_TO_WARM_UP = 50;
  private static final int PAGES = 200;
  private static final int USERS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int DAYS_OF_USER = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    lab.say("growth: %,d plays and %,d days through all services".formatted(PLAYS, DAYS));
    rows.addAll(lab.inFolder(folder -> lab.withStores(SETTINGS, system -> stored(system, folder))));
    lab.say("growth: %d users with %d days each in memory".formatted(USERS, DAYS_OF_USER));
    rows.addAll(lab.withStores(Map.of(), GrowthBenchmark::held));
    lab.say("growth: a thousand partitions");
    rows.addAll(lab.withStores(Map.of(), system -> new PartitionCost(system).rows()));
    lab.say("growth: %d days encoded".formatted(PAGES));
    rows.add(encoded());
    return rows;
  }

  private static List<Row> stored(LocalSystem system, Path folder)
      throws IOException, InterruptedException {
    CacheMemory cache = CacheMemory.of(system);
    system.add(Service.EMBEDDING);
    system.add(Service.OCR);
    system.add(Service.RECOMMEND);
    long empty = cache.usedBytes();
    LargeImport.Times _ = new LargeImport(system, folder, PLAYS, DAYS).run();
    try (Api api = Api.of(system, Service.RECOMMEND)) {
      api.awaitNothing(PATIENCE);
    }
    List<Row> rows = new ArrayList<>();
    DiskUse broker = new DiskUse(system.home().resolve("broker"));
    rows.add(bytes("topic plays", "play", broker.ofTopic(name(Topics.PLAYS)), PLAYS));
    rows.add(bytes("state's changelogs", "play", broker.ofTopic("ingest-listens-.*"), PLAYS));
    rows.add(
        bytes(
            "state in RocksDB",
            "play",
            new DiskUse(system.home().resolve("ingest/streams")).ofAll(),
            PLAYS));
    rows.add(
        bytes("topic journal-entries", "day", broker.ofTopic(name(Topics.JOURNAL_ENTRIES)), DAYS));
    rows.add(bytes("topic moments", "day", broker.ofTopic(name(Topics.MOMENTS)), DAYS));
    rows.add(bytes("topic vectors", "day", broker.ofTopic(name(Topics.VECTORS)), DAYS));
    rows.add(bytes("cache in memory", "day", cache.usedBytes() - empty, DAYS));
    rows.add(
        bytes(
            "cache on disk",
            "day",
            new DiskUse(system.home().resolve("redis")).ofAll() - cache.programBytes(),
            DAYS));
    return rows;
  }

  private static String name(Topic<?> topic) {
    return topic.name();
  }

  private static Row bytes(String what, String each, long bytes, int count) {
    return Row.of(Benchmarks.GROWTH, what, "bytes/" + each, (double) bytes / count);
  }

  private static List<Row> held(LocalSystem system) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    List<String> users = Stream.iterate(1, i -> i + 1).limit(USERS).map(i -> "user-" + i).toList();
    Map<Service, Long> empty = heaps(system);
    write(system, users);
    Map<Service, Long> full = heaps(system);
    rows.add(heapOfDay("ocr-service: an entry", Service.OCR, empty, full));
    rows.add(heapOfDay("embedding-service: a day known", Service.EMBEDDING, empty, full));
    rows.addAll(hot(system, users));
    return rows;
  }

  // Both read everything when they start.
  private static Map<Service, Long> heaps(LocalSystem system)
      throws IOException, InterruptedException {
    Map<Service, Long> heaps = new EnumMap<>(Service.class);
    for (Service service : List.of(Service.OCR, Service.EMBEDDING)) {
      system.add(service);
      heaps.put(service, new Heap(system, service).bytes());
      system.killForGood(service.title());
    }
    return heaps;
  }

  private static void write(LocalSystem system, List<String> users) {
    TopicCreation.ensure(system.bootstrapServers());
    GeneratedTexts texts = new GeneratedTexts(2);
    try (KafkaEventWriter writer = new KafkaEventWriter(system.bootstrapServers(), "bench");
        SentenceEncoder encoder = new SentenceEncoder(1)) {
      GeneratedLife life = new GeneratedLife(3, texts, encoder);
      for (String user : users) {
        life.write(user, DAYS_OF_USER, writer);
        for (int i = 0; i < DAYS_OF_USER; i++) {
          EntryRead entry = LargeImport.entry(user, FIRST_DAY.plusDays(i), texts.page());
          writer.write(Topics.JOURNAL_ENTRIES, entry.key(), entry);
        }
      }
      writer.flush();
    }
  }

  private static Row heapOfDay(
      String what, Service service, Map<Service, Long> empty, Map<Service, Long> full) {
    double bytes = full.getOrDefault(service, 0L) - empty.getOrDefault(service, 0L);
    return Row.of(
        Benchmarks.GROWTH, "heap of " + what, "bytes/day", bytes / (USERS * DAYS_OF_USER));
  }

  private static List<Row> hot(LocalSystem system, List<String> users)
      throws IOException, InterruptedException {
    system.add(Service.RECOMMEND);
    HotUsers hot = new HotUsers(system);
    Heap heap = new Heap(system, Service.RECOMMEND);
    hot.ask(users.getFirst());
    long one = heap.bytes();
    for (String user : users.subList(1, USERS)) {
      hot.ask(user);
    }
    double bytes = (double) (heap.bytes() - one) / (USERS - 1);
    return List.of(
        Row.of(
            Benchmarks.GROWTH,
            "heap of recommend-service: a hot user of %d days".formatted(DAYS_OF_USER),
            "KiB/user",
            bytes / 1024),
        Row.of(Benchmarks.GROWTH, "the same, a day", "bytes/day", bytes / DAYS_OF_USER));
  }

  private static Row encoded() throws InterruptedException {
    GeneratedTexts texts = new GeneratedTexts(1);
    try (SentenceEncoder encoder = new SentenceEncoder(1)) {
      for (int i = 0; i < PAGES_TO_WARM_UP; i++) {
        encode(encoder, texts.page());
      }
      Stopwatch watch = Stopwatch.ofProcessor();
      for (int i = 0; i < PAGES; i++) {
        encode(encoder, texts.page());
      }
      return Row.of(
          Benchmarks.GROWTH,
          "a day encoded, processor time",
          "ms/day",
          watch.milliseconds() / PAGES);
    }
  }

  // As embedding-service does it: whole windows, and each sentence.
  private static void encode(SentenceEncoder encoder, String text) throws InterruptedException {
    List<String> all = new ArrayList<>();
    PassageSplitter.windowsOf(text, encoder).forEach(span -> all.add(span.of(text)));
    PassageSplitter.sentences(text).forEach(span -> all.add(span.of(text)));
    var _ = encoder.encodeAll(all);
  }
}
