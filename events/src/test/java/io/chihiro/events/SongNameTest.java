package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Come Together - Remastered 2009 | The Beatles | Come Together | Beatles",
        "Come Together (2009 Remaster) | The Beatles | Come Together | The Beatles",
        "Old Town Road (feat. Billy Ray Cyrus) | Lil Nas X | Old Town Road | Lil Nas X feat. Billy Ray Cyrus",
        "Good Days [with SZA] | A | Good Days | A",
        "Halo | Beyoncé | Halo | Beyonce",
        "California Dreamin’ | The Mamas & The Papas | California Dreamin' | The Mamas and the Papas",
        "Help! - Mono Version | The Beatles | help | The  Beatles",
        "Stay - Radio Edit | A, B | Stay | A",
      })
  void spellingsOfOneSong(String title, String artist, String otherTitle, String otherArtist) {
    SongName one = SongName.of(new Song(title, artist));
    SongName other = SongName.of(new Song(otherTitle, otherArtist));

    assertEquals(one.key(), other.key());
    assertEquals(one.id(), other.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hurt | Hurt - Live",
        "Hurt | Hurt (Acoustic)",
        "Hurt | Hurt (Someone Remix)",
        "Stay | Stay (With Me)",
        "ガ | カ",
        "One | Two",
      })
  void songsOfTheirOwn(String title, String otherTitle) {
    assertNotEquals(
        SongName.of(new Song(title, "A")).key(), SongName.of(new Song(otherTitle, "A")).key());
  }

  @Test
  void aNameWithoutNoiseStaysAsItIs() {
    Song song = new Song("Earth", "Earth, Wind & Fire");

    assertSame(song, SongName.of(song).plain());
  }

  @Test
  void featuredArtistsAreNotShown() {
    assertEquals(
        new Song("Old Town Road", "Lil Nas X"),
        SongName.of(new Song("Old Town Road (feat. B)", "Lil Nas X ft. B")).plain());
  }

  @Test
  void nothingButPunctuationIsANameAllTheSame() {
    assertNotEquals(
        SongName.of(new Song("???", "A")).key(), SongName.of(new Song("!!!", "A")).key());
    assertEquals("(2011 Remaster)", SongName.of(new Song("(2011 Remaster)", "A")).plain().title());
  }
}
