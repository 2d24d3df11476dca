package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTastesTest {
  private static final String LOVED =
      """
      {"lovedtracks":{"track":[
        {"artist":{"name":"Ann"},"name":"One","date":{"uts":"1664461146"}},
        {"artist":{"name":"ann"},"name":"one","date":{"uts":"1664461000"}},
        {"artist":{"name":"Ann"},"name":" ","date":{"uts":"1664461146"}}]}}
      """;

  private static final String RECENT =
      """
      [{"recenttracks":{"track":[
        {"artist":{"#text":"Ann"},"name":"One","date":{"uts":"1700000000"}},
        {"artist":{"#text":"Ann"},"name":"Now","@attr":{"nowplaying":"true"}}]}},
       {"recenttracks":{"track":[
        {"artist":{"#text":"Bob"},"name":"Two","date":{"uts":"1600000000"}}]}}]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeHetrec() throws IOException {
    write("artists.dat", "id\tname\turl\tpictureURL\n1\tAnn\tu\tp\n2\tBob\tu\tp\n");
    write("tags.dat", "tagID\ttagValue\n7\tfolk\n8\trock\n");
    write("user_artists.dat", "userID\tartistID\tweight\n5\t1\t90\n5\t2\t3\n");
    write(
        "user_taggedartists.dat",
        """
        userID\tartistID\ttagID\tday\tmonth\tyear
        5\t1\t7\t1\t4\t2009
        5\t1\t8\t1\t3\t2009
        6\t1\t8\t1\t3\t2008
        """);
  }

  @Test
  void listensOfHetrecAreAsOldAsTheirUsersFirstTag() throws IOException {
    Tastes tastes = HetrecFolder.read(folder);

    assertEquals(
        List.of(
            new Interaction("5", "1", Optional.of(Instant.parse("2009-03-01T00:00:00Z"))),
            new Interaction("5", "2", Optional.empty())),
        tastes.interactions());
    assertEquals(
        Map.of(
            "1", new Item("1", "Ann", "Ann", Optional.of("rock"), Optional.empty()),
            "2", new Item("2", "Bob", "Bob", Optional.empty(), Optional.empty())),
        tastes.items());
  }

  @Test
  void aPaddedNumberIsTheNumber() throws IOException {
    write("user_artists.dat", "userID\tartistID\tweight\n5\t2  \t    3\n");

    assertEquals("2", HetrecFolder.read(folder).interactions().getFirst().item());
  }

  @Test
  void aBrokenRowIsNamedWithItsFile() throws IOException {
    write("user_artists.dat", "userID\tartistID\tweight\n5\t1\t90\n5\n");
    IOException broken = assertThrows(IOException.class, () -> HetrecFolder.read(folder));

    assertEquals(
        "user_artists.dat has 1 fields in row 3 where 3 are expected", broken.getMessage());
  }

  @Test
  void anArtistThatNobodyDescribesIsNamed() throws IOException {
    write("user_artists.dat", "userID\tartistID\tweight\n5\t3\t90\n");
    IOException broken = assertThrows(IOException.class, () -> HetrecFolder.read(folder));

    assertEquals("user_artists.dat has an artist 3 who is not in artists.dat", broken.getMessage());
  }

  @Test
  void aDayThatIsNoneIsNamed() throws IOException {
    write(
        "user_taggedartists.dat", "userID\tartistID\ttagID\tday\tmonth\tyear\n5\t1\t7\t1\t13\t9\n");
    IOException broken = assertThrows(IOException.class, () -> HetrecFolder.read(folder));

    assertEquals("user_taggedartists.dat has the day 1.13.9", broken.getMessage());
  }

  @Test
  void lovedAndRecentTracksAreReadAUserAFile() throws IOException {
    Path own = Files.createDirectory(folder.resolve("lastfm"));
    Files.writeString(own.resolve("ann.json"), LOVED);
    Files.writeString(own.resolve("bob.json"), RECENT);
    Files.writeString(own.resolve("countries.tsv"), "ann\tPeru\n");

    Tastes tastes = LastFmFolder.read(own);

    assertEquals(
        List.of(
            new Interaction("ann", "one - ann", Optional.of(Instant.ofEpochSecond(1664461000))),
            new Interaction("bob", "one - ann", Optional.of(Instant.ofEpochSecond(1700000000))),
            new Interaction("bob", "two - bob", Optional.of(Instant.ofEpochSecond(1600000000)))),
        tastes.interactions());
    assertEquals(Map.of("ann", "Peru"), tastes.countries());
  }

  @Test
  void whatIsKnownOfSongsIsReadBesideTheExports() throws IOException {
    Path own = Files.createDirectory(folder.resolve("lastfm"));
    Files.writeString(own.resolve("ann.json"), LOVED);
    Files.writeString(
        own.resolve("songs.jsonl"),
        """
        {"title": "One", "artist": "Ann", "tag": "folk", "lyrics": "la la"}
        {"title": "Nobody's", "artist": "Ann"}
        """);

    Item one = LastFmFolder.read(own).items().get("one - ann");

    assertEquals(Optional.of("folk"), Optional.ofNullable(one).flatMap(Item::tag));
    assertEquals(Optional.of("la la"), Optional.ofNullable(one).flatMap(Item::lyrics));
    assertEquals(1, LastFmFolder.read(own).items().size());

    Files.writeString(own.resolve("songs.jsonl"), "{\"title\": \"One\", \"lyrics\": \"la");
    IOException broken = assertThrows(IOException.class, () -> LastFmFolder.read(own));
    assertEquals("songs.jsonl names no song in row 1", broken.getMessage());
  }

  @Test
  void aFileThatIsNotLastFmsIsNamed() throws IOException {
    Path own = Files.createDirectory(folder.resolve("lastfm"));
    Files.writeString(own.resolve("cid.json"), "{\"tracks\": []}");
    IOException other = assertThrows(IOException.class, () -> LastFmFolder.read(own));
    assertEquals("cid.json holds neither loved nor recent tracks of Last.fm", other.getMessage());

    Files.writeString(own.resolve("cid.json"), "{\"lovedtracks\":\n{\"track\": [{");
    IOException broken = assertThrows(IOException.class, () -> LastFmFolder.read(own));
    assertTrue(broken.toString().contains("cid.json is not JSON in line "), broken.toString());
  }

  @Test
  void realLovedTracksAreRead() throws IOException {
    Path real =
        Path.of(System.getProperty("chihiro.root"))
            .resolve("../shared/data/listens-other/lastfm_loved_tracks_1.json");
    assumeTrue(Files.exists(real), "skipped: ../shared/data is absent (listens-other)");
    Path own = Files.createDirectory(folder.resolve("lastfm"));
    Files.copy(real, own.resolve("ann.json"));

    Tastes tastes = LastFmFolder.read(own);

    assertTrue(
        tastes.interactions().stream()
            .anyMatch(each -> each.item().equals("let me love you - ariana grande")));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
