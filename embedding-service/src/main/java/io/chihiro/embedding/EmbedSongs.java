package io.chihiro.embedding;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Rejected;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// `SONGS + LYRICS → SONG_VECTORS`: titles and whole lyrics, apart from them lines, and at last
/// both for pictures, some texts at a time, whenever no day of a journal waits.
final class EmbedSongs {
  /// Characters after which the texts are made safe: a kill repeats about so much.
  private static final int CHARACTERS_AT_ONCE = 24_000;

  /// The same of what pictures are looked for with.
  private static final int CHARACTERS_AT_ONCE_FOR_PICTURES = 2_000;

  private final EncodeSongs songs;
  private final EventWriter vectors;
  private final SongMeters meters;
  private final GoesFirst wholes;
  private final GoesFirst lines;

  /// @param wholes those under way
  /// @param lines those under way
  EmbedSongs(
      EncodeSongs songs,
      EventWriter vectors,
      SongMeters meters,
      GoesFirst wholes,
      GoesFirst lines) {
    this.songs = songs;
    this.vectors = vectors;
    this.meters = meters;
    this.wholes = wholes;
    this.lines = lines;
  }

  /// Takes a batch of songs and lyrics; when it returns, titles and whole lyrics have safe
  /// vectors.
  void handleWholes(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    wholes.run(
        () -> {
          for (List<SongText> some : portions(due(batch, this::whole), CHARACTERS_AT_ONCE)) {
            songs.encode(some);
          }
          vectors.flush();
        });
  }

  /// Takes a batch of lyrics; when it returns, their lines have safe vectors.
  void handleLines(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    lines.run(
        () -> {
          for (List<SongText> some : portions(due(batch, this::lines), CHARACTERS_AT_ONCE)) {
            wholes.await();
            songs.encode(some);
          }
          vectors.flush();
        });
  }

  /// Takes a batch of songs and lyrics; when it returns, titles and lines have safe vectors under
  /// the encoder that pictures are looked for with.
  void handleForPictures(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    for (List<SongText> some :
        portions(due(batch, this::pictured), CHARACTERS_AT_ONCE_FOR_PICTURES)) {
      wholes.await();
      lines.await();
      songs.encode(some);
    }
    vectors.flush();
  }

  private interface Reading {
    Optional<SongText> of(ConsumerRecord<String, byte[]> message);
  }

  private List<SongText> due(List<ConsumerRecord<String, byte[]>> batch, Reading reading) {
    return latest(batch).stream()
        .flatMap(message -> reading.of(message).stream())
        .filter(songs::lacks)
        .toList();
  }

  private static Collection<ConsumerRecord<String, byte[]>> latest(
      List<ConsumerRecord<String, byte[]>> batch) {
    Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    batch.forEach(message -> latest.put(message.topic() + " " + message.key(), message));
    return latest.values();
  }

  private Optional<SongText> whole(ConsumerRecord<String, byte[]> message) {
    try {
      return message.topic().equals(Topics.SONGS.name())
          ? title(message)
          : lyrics(message, Part.LYRICS);
    } catch (UnreadableRecordException e) {
      reject(message, e.problem());
      return Optional.empty();
    }
  }

  private Optional<SongText> lines(ConsumerRecord<String, byte[]> message) {
    try {
      return lyrics(message, Part.LINES);
    } catch (UnreadableRecordException _) {
      // It was put aside with the wholes.
      return Optional.empty();
    }
  }

  private Optional<SongText> pictured(ConsumerRecord<String, byte[]> message) {
    return message.topic().equals(Topics.SONGS.name()) ? readable(message) : lines(message);
  }

  private Optional<SongText> readable(ConsumerRecord<String, byte[]> message) {
    try {
      return title(message);
    } catch (UnreadableRecordException _) {
      // It was put aside with the wholes.
      return Optional.empty();
    }
  }

  private Optional<SongText> title(ConsumerRecord<String, byte[]> message) {
    return read(message, Topics.SONGS, Part.TITLE).map(SongText::title);
  }

  private Optional<SongText> lyrics(ConsumerRecord<String, byte[]> message, Part part) {
    return read(message, Topics.LYRICS, part).map(lyrics -> SongText.lyrics(lyrics, part));
  }

  private <E extends Event> Optional<E> read(
      ConsumerRecord<String, byte[]> message, Topic<E> topic, Part part) {
    byte @Nullable [] value = message.value();
    Optional<E> there =
        value == null ? Optional.empty() : Wire.find(message.key(), value, topic.type());
    if (there.isEmpty()) {
      songs.forget(message.key(), part);
    }
    return there;
  }

  private void reject(ConsumerRecord<String, byte[]> message, String problem) {
    Topic<?> topic = message.topic().equals(Topics.SONGS.name()) ? Topics.SONGS : Topics.LYRICS;
    meters.rejected(topic);
    vectors.write(
        Topics.EMBEDDING_REJECTED,
        message.key(),
        Rejected.record(topic, message.key(), problem, message.value()));
  }

  private static List<List<SongText>> portions(List<SongText> due, int most) {
    List<List<SongText>> portions = new ArrayList<>();
    List<SongText> portion = new ArrayList<>();
    int characters = 0;
    for (SongText text : due) {
      portion.add(text);
      characters += text.text().length();
      if (characters >= most) {
        portions.add(portion);
        portion = new ArrayList<>();
        characters = 0;
      }
    }
    if (!portion.isEmpty()) {
      portions.add(portion);
    }
    return portions;
  }
}
