package io.chihiro.models.tastes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Made-up users of a few kinds, each of whom mostly takes to songs of their kind. The same seed
/// makes the same ones.
///
/// @param kinds of users and of songs
/// @param users of each kind
/// @param songs of each kind; of the same artist are always two
/// @param taken songs of each user
/// @param strays share of them that is of any kind
public record GeneratedTastes(int kinds, int users, int songs, int taken, double strays) {
  /// Small enough for a test.
  public static GeneratedTastes small() {
    return new GeneratedTastes(4, 20, 20, 12, 0.1);
  }

  public Tastes all(long seed) {
    Random random = new Random(seed);
    List<Interaction> interactions = new ArrayList<>();
    Map<String, Item> items = new HashMap<>();
    Map<String, String> countries = new HashMap<>();
    for (int user = 0; user < kinds * users; user++) {
      String name = "user " + user;
      countries.put(name, user % 3 == 0 ? "Japan" : "Peru");
      for (int i = 0; i < taken; i++) {
        int kind = random.nextDouble() < strays ? random.nextInt(kinds) : user % kinds;
        Item item = item(kind, random.nextInt(songs));
        items.put(item.id(), item);
        Instant at = Instant.ofEpochSecond(1_000_000L + random.nextInt(1_000_000));
        interactions.add(new Interaction(name, item.id(), Optional.of(at)));
      }
    }
    return Tastes.of(interactions, items, countries);
  }

  private static Item item(int kind, int song) {
    String title = "song " + song + " of kind " + kind;
    String artist = "artist " + song / 2 + " of kind " + kind;
    return new Item(title, title, artist, Optional.of("tag " + kind), Optional.empty());
  }
}
