package io.chihiro.training;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.EventWriter;
import io.chihiro.events.LineAnnotated;
import io.chihiro.events.PersonaJudged;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Songs of twelve themes, whose annotations call each theme by a word that means nothing to an
/// encoder: only who has read annotations finds what is sung.
final class AnnotatedSongs {
  private static final String OWNER = "owner";
  private static final List<String> CALLED =
      List.of(
          "zorvath",
          "quillem",
          "brindasch",
          "felomar",
          "gratchip",
          "hunvelo",
          "jastrome",
          "kribbent",
          "lowazze",
          "mirtuno",
          "plondisk",
          "wexbury");
  private static final List<List<String>> SUNG =
      List.of(
          List.of("the tide", "an anchor", "gulls", "salt water", "a harbour", "the ferry"),
          List.of("a snowfall", "the frost", "icy roads", "december", "a frozen lake", "mittens"),
          List.of("the engine", "a highway", "old tyres", "petrol", "the windscreen", "gears"),
          List.of("fresh bread", "the oven", "warm soup", "sugar", "an apple pie", "the kitchen"),
          List.of("a wedding ring", "the bride", "our vows", "a veil", "the altar", "rice"),
          List.of("the trenches", "a rifle", "soldiers", "the captain", "medals", "the front"),
          List.of("the schoolyard", "chalk", "homework", "a teacher", "exams", "the bell"),
          List.of("a tractor", "the harvest", "ripe wheat", "a barn", "hay bales", "the plough"),
          List.of("the hospital", "a nurse", "white pills", "the ward", "a fever", "bandages"),
          List.of("a casino", "poker chips", "the dealer", "an ace", "the jackpot", "dice"),
          List.of("the moon", "a rocket", "orbit", "bright stars", "a satellite", "the comet"),
          List.of("a courtroom", "the judge", "a prison cell", "the jury", "handcuffs", "bail"));
  private static final List<String> TAUGHT =
      List.of("I keep thinking of %s", "there was %s and you");
  private static final List<String> LISTED =
      List.of("take me back to %s tonight", "all I remember is %s");
  private static final List<String> SAID =
      List.of("Here the singer means %s.", "Another case of %s, plainly.", "It is all about %s.");
  private static final int CATALOGUE = 5;

  private final EventWriter writer;

  AnnotatedSongs(EventWriter writer) {
    this.writer = writer;
  }

  /// What somebody looks for who knows the word.
  static String persona(int theme, int number) {
    return SAID.get(number).formatted(CALLED.get(theme)).replace("the singer", "somebody");
  }

  /// Writes annotations of songs of each theme that are not in the catalogue.
  void annotate(int songsOfTheme) {
    for (int theme = 0; theme < CALLED.size(); theme++) {
      for (int number = 0; number < songsOfTheme; number++) {
        Song song = new Song("Taught " + theme + " " + number, "Somebody");
        String said =
            SAID.get(number % SAID.size()).formatted(CALLED.get(theme)) + " Verse " + number;
        var each =
            LineAnnotated.of(
                OWNER, TextHash.of(song.display()), song, line(TAUGHT, theme, number), said);
        writer.write(Topics.ANNOTATIONS, each.key(), each);
      }
    }
    writer.flush();
  }

  /// Writes songs of the catalogue with the vectors of their lines, and personas for whom those of
  /// a theme are right.
  void judge() throws InterruptedException {
    try (SentenceEncoder encoder = new SentenceEncoder(Precision.INT8, 2)) {
      for (int theme = 0; theme < CALLED.size(); theme++) {
        for (int number = 0; number < CATALOGUE; number++) {
          listed(encoder, theme, number);
        }
      }
    }
    writer.flush();
  }

  private void listed(SentenceEncoder encoder, int theme, int number) throws InterruptedException {
    Song song = new Song("Listed " + theme + " " + number, "Somebody");
    String id = TextHash.of(song.display());
    SongDescribed told = described(id, song);
    writer.write(Topics.SONGS, told.key(), told);
    List<SongEmbedded.Line> lines = new ArrayList<>();
    List<String> texts = List.of(line(LISTED, theme, number), line(LISTED, theme, number + 7));
    for (float[] vector : encoder.encodeAll(texts)) {
      ByteVector small = ByteVector.of(vector);
      int start = 100 * lines.size();
      lines.add(
          new SongEmbedded.Line(
              start, start + 20, EightBitVector.of(small.step(), small.toArray())));
    }
    SongEmbedded embedded =
        new SongEmbedded(
            OWNER,
            id,
            Part.LINES,
            SentenceEncoder.VERSION_INT8,
            TextHash.of(String.join("\n", texts)),
            Optional.empty(),
            lines);
    writer.write(Topics.SONG_VECTORS, embedded.key(), embedded);
    for (int persona = 0; persona < 2; persona++) {
      PersonaJudged right = PersonaJudged.of(OWNER, persona(theme, persona), id, song, true);
      writer.write(Topics.PERSONAS, right.key(), right);
    }
  }

  private static SongDescribed described(String id, Song song) {
    return SongDescribed.listed(OWNER, id, song);
  }

  // Two songs of a theme seldom say the same.
  private static String line(List<String> around, int theme, int number) {
    List<String> words = SUNG.get(theme);
    int size = words.size();
    String two = words.get(number % size) + " and " + words.get((2 * number + 1) % size);
    return around.get(number / size % around.size()).formatted(two);
  }
}
