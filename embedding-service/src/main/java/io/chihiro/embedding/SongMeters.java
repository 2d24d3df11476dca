package io.chihiro.embedding;

import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.models.SentenceEncoder;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/// What this service tells operations of songs.
final class SongMeters {
  /// What is made for pictures, whatever part of a song it is.
  static final String PICTURES = "pictures";

  private final MeterRegistry meters;

  SongMeters(MeterRegistry meters) {
    this.meters = meters;
    // Told as zero before there is any, so that the first is seen to come.
    for (Part part : Part.values()) {
      var _ = SearchMetric.SONGS_EMBEDDED.counter(meters, part.word());
    }
    var _ = SearchMetric.SONGS_EMBEDDED.counter(meters, PICTURES);
    for (Topic<?> topic : List.of(Topics.SONGS, Topics.LYRICS)) {
      var _ = RunningMetric.REJECTED.counter(meters, topic.name());
    }
  }

  /// @param version of the vectors
  void embedded(Part part, String version) {
    boolean own = version.equals(SentenceEncoder.VERSION_INT8);
    SearchMetric.SONGS_EMBEDDED.counter(meters, own ? part.word() : PICTURES).increment();
  }

  void rejected(Topic<?> topic) {
    RunningMetric.REJECTED.counter(meters, topic.name()).increment();
  }
}
