package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import io.chihiro.models.SentenceEncoder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Moods that were never asked before, answered over HTTP from 2,000 moments.
final class AnswersBenchmark implements Benchmark {
  private static final int MOMENTS = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int WARM_UP = 300;
  private static final int QUESTIONS = 600;
  private static final Bar MIDDLE = new Bar.AtMost(25);
  private static final Bar SLOWEST = new Bar.AtMost(60);

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    return lab.withStores(Map.of(), system -> measured(lab, system));
  }

  private static List<Row> measured(Lab lab, LocalSystem system)
      throws IOException, InterruptedException {
    GeneratedTexts texts = new GeneratedTexts(2);
    lab.say("answers: writing %,d moments and their vectors".formatted(MOMENTS));
    writeLife(system, texts);
    system.add(Service.RECOMMEND);
    List<String> moods =
        Stream.generate(texts::mood).distinct().limit(WARM_UP + QUESTIONS).toList();
    try (Api api = Api.of(system, Service.RECOMMEND)) {
      lab.say("answers: %d questions to warm up, then %d".formatted(WARM_UP, QUESTIONS));
      Histogram _ = ask(api, moods.subList(0, WARM_UP));
      return rows(ask(api, moods.subList(WARM_UP, moods.size())));
    }
  }

  private static void writeLife(LocalSystem system, GeneratedTexts texts) {
    TopicCreation.ensure(system.bootstrapServers());
    try (KafkaEventWriter writer = new KafkaEventWriter(system.bootstrapServers(), "bench");
        SentenceEncoder encoder = new SentenceEncoder(1)) {
      new GeneratedLife(3, texts, encoder).write(MOMENTS, writer);
    }
  }

  private static Histogram ask(Api api, List<String> moods) throws InterruptedException {
    return new OpenLoop(PAUSE, moods.size()).run(number -> ask(api, moods.get(number)));
  }

  private static void ask(Api api, String mood) throws IOException, InterruptedException {
    JsonNode question = JsonNodeFactory.instance.objectNode().put("mood", mood);
    JsonNode answer = api.post("/api/v1/recommendations", question);
    if (answer.path("songs").isEmpty()) {
      throw new IllegalStateException("an answer without songs: " + answer.path("missing"));
    }
  }

  private static List<Row> rows(Histogram micros) {
    return List.of(row("p50", micros, 50).against(MIDDLE), row("p99", micros, 99).against(SLOWEST));
  }

  private static Row row(String what, Histogram micros, double percentile) {
    return Row.of(
        Benchmarks.ANSWERS,
        "%s of unseen moods, 20/s, 2,000 moments".formatted(what),
        "ms",
        micros.getValueAtPercentile(percentile) / 1000.0);
  }
}
