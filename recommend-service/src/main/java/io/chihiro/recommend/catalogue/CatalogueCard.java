package io.chihiro.recommend.catalogue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.index.CardFile;
import io.chihiro.models.index.FileSum;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// What an index of somebody's songs says about itself: `catalogue.json`, written last.
///
/// @param format which files there are and how they are laid out
/// @param user whose songs they are
/// @param cluster the broker that the positions are of
/// @param model which encoder made the vectors
/// @param pictures which encoder made those that pictures are compared with; empty without any
/// @param readToEndMillis when everything was in it that the topics had, since 1970; 0 if never
/// @param songs how many there are
/// @param positions of the next record of each partition that it was made from
/// @param files those that lie beside it, with what they must be; the vectors have cards of their
///     own
record CatalogueCard(
    int format,
    String user,
    String cluster,
    String model,
    String pictures,
    long readToEndMillis,
    int songs,
    List<Position> positions,
    Map<String, FileSum> files) {
  static final String FILE = "catalogue.json";

  /// What this program writes, and the only one it reads.
  static final int FORMAT = 2;

  /// The broker forgets that something was deleted after a day: whoever stood still for longer
  /// would never hear of it.
  private static final Duration HEARS_OF_DELETIONS = Duration.ofHours(12);

  private static final CardFile<CatalogueCard> CARD = new CardFile<>(CatalogueCard.class, FORMAT);

  /// Where reading goes on in a partition.
  record Position(String topic, int partition, long offset) {}

  static List<Position> positions(Map<TopicPartition, Long> reached) {
    return reached.entrySet().stream()
        .map(
            each -> new Position(each.getKey().topic(), each.getKey().partition(), each.getValue()))
        .toList();
  }

  Map<TopicPartition, Long> reached() {
    return positions.stream()
        .collect(
            Collectors.toMap(
                each -> new TopicPartition(each.topic(), each.partition()), Position::offset));
  }

  /// Whether it can stand for what was read of the topics so far.
  ///
  /// @param ends of the topics now: a topic that is shorter than what was read of it is another
  /// @param seen by which encoder songs must be found by pictures, if they must
  boolean isOf(String name, String broker, Map<TopicPartition, Long> ends, Optional<String> seen) {
    return user.equals(name)
        && cluster.equals(broker)
        && model.equals(SentenceEncoder.VERSION_INT8)
        && seen.map(pictures::equals).orElse(true)
        && reached().entrySet().stream()
            .allMatch(each -> each.getValue() <= ends.getOrDefault(each.getKey(), -1L));
  }

  /// Whether the topics still tell of every deletion that came after it.
  boolean hearsOfDeletions(Instant now) {
    return Instant.ofEpochMilli(readToEndMillis).plus(HEARS_OF_DELETIONS).isAfter(now);
  }

  void write(Path folder) throws IOException {
    CARD.write(folder.resolve(FILE), this);
  }

  /// @throws BrokenModelException in a sentence that names the file
  static CatalogueCard read(Path folder) {
    return CARD.read(folder.resolve(FILE));
  }

  /// Compares the files that lie beside the card.
  ///
  /// @throws BrokenModelException in a sentence that names the file
  CatalogueCard verified(Path folder) {
    files.forEach((name, sum) -> sum.verify(folder.resolve(name)));
    return this;
  }
}
