package io.chihiro.embedding;

import io.chihiro.events.Topic;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.Topics;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ClipFolder;
import io.chihiro.models.ClipText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Gives songs the vectors that pictures find them by, once the pair of encoders lies where it is
/// looked for; begins by itself, and never without it. Thread-safe.
///
/// Each text encoder is a group of its own: another one begins with the first song again.
final class EmbedForPictures implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbedForPictures.class);
  private static final List<Topic<?>> TOPICS = List.of(Topics.SONGS, Topics.LYRICS);

  private final EmbeddingSettings settings;
  private final ClipFolder folder;
  private final EmbeddedTexts known;
  private final Function<ClipText, EmbedSongs> step;
  private Optional<Begun> begun = Optional.empty();
  private Optional<String> problem = Optional.empty();

  private record Begun(ClipText encoder, String group, TopicFollower follower) {}

  /// @param step that embeds songs with an encoder
  EmbedForPictures(
      EmbeddingSettings settings, EmbeddedTexts known, Function<ClipText, EmbedSongs> step) {
    this.settings = settings;
    this.folder = new ClipFolder(settings.pictures().folder());
    this.known = known;
    this.step = step;
  }

  /// Begins if the pair is there and nothing was begun.
  synchronized void begin() {
    if (begun.isPresent() || folder.missing().isPresent()) {
      return;
    }
    try {
      begun = Optional.of(begin(folder.text(settings.embedding().threads())));
      problem = Optional.empty();
    } catch (BrokenModelException e) {
      note("No picture finds a song: " + e.getMessage());
    }
  }

  private Begun begin(ClipText encoder) {
    String group = "embedding-pictures-" + encoder.version();
    TopicFollower follower =
        TopicFollower.share(
                settings.broker(),
                group,
                group + "-" + settings.embedding().instance(),
                TOPICS,
                known::awaitPresent,
                step.apply(encoder)::handleForPictures)
            .start();
    LOG.infof("songs are embedded for pictures under %s", encoder.version());
    return new Begun(encoder, group, follower);
  }

  private void note(String sentence) {
    if (!problem.equals(Optional.of(sentence))) {
      LOG.error(sentence);
    }
    problem = Optional.of(sentence);
  }

  /// What is wrong with a pair that is there.
  synchronized Optional<String> problem() {
    return problem;
  }

  /// Songs and lyrics that are still to come; none as long as nothing was begun.
  synchronized double lag() {
    return begun.map(all -> all.follower().lag()).orElse(0.0);
  }

  /// The same, asked of the broker.
  long waiting(TopicOffsets offsets) throws InterruptedException {
    Optional<Begun> all;
    synchronized (this) {
      all = begun;
    }
    return all.isPresent() ? offsets.waiting(all.get().group(), TOPICS) : 0;
  }

  @Override
  public synchronized void close() {
    begun.ifPresent(
        all -> {
          all.follower().close();
          all.encoder().close();
        });
    begun = Optional.empty();
  }
}
