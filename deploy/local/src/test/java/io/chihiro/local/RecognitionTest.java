package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chihiro.local.Recognised.Catalogue;
import io.chihiro.local.Recognised.DigitalJournal;
import io.chihiro.local.Recognised.Export;
import io.chihiro.local.Recognised.Photo;
import io.chihiro.local.Recognised.TextJournal;
import io.chihiro.local.Recognised.Unknown;
import io.chihiro.local.Recognised.WholeExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {
  private static final String EXTENDED =
      "[ {\"ts\":\"2024-07-25T03:52:19Z\",\"username\":\"x\",\"ms_played\":15673} ]";
  private static final String ACCOUNT =
      "[\n  {\n \"endTime\" : \"2023-04-09 03:55\",\n \"msPlayed\" : 265550\n } ]";

  @TempDir Path folder;

  @Test
  void historiesAndPlaylistsOfOthersAreRecognisedByContent() throws IOException {
    assertInstanceOf(
        Export.class, recognise("a.jsonl", "{\"listened_at\":1,\"track_metadata\":{}}"));
    assertInstanceOf(Export.class, recognise("b.json", "{\"recenttracks\":{\"track\":[]}}"));
    assertInstanceOf(Export.class, recognise("c.log", "#AUDIOSCROBBLER/1.1\n#TZ/UTC\n"));
    assertInstanceOf(Export.class, recognise("d.csv", "+ACM- x,,\nArtist,Track,Time\n"));
    assertInstanceOf(Export.class, recognise("e.m3u8", "#EXTM3U\n"));
    assertInstanceOf(Export.class, recognise("f.csv", "artist;title\n"));
    assertInstanceOf(Unknown.class, recognise("g.csv", "height,weight\n"));
  }

  @Test
  void aCatalogueOfSongsIsKnownByItsHeadings() throws IOException {
    String genius = "title,tag,artist,year,views,features,lyrics,id\nA,pop,B,1999,3,{},la,1\n";
    assertInstanceOf(Catalogue.class, recognise("a.csv", genius));
    assertInstanceOf(Catalogue.class, recognise("b.txt", genius.replace(',', ';')));
    assertInstanceOf(
        Catalogue.class, recognise("c.csv", "artist,title,energy,valence\nA,B,0.1,0.2\n"));
    assertInstanceOf(
        Catalogue.class,
        recognise("d.jsonl", "{\"title\":\"A\",\"artist\":\"B\",\"lyrics\":\"la\"}\n"));
    assertInstanceOf(
        Catalogue.class, recognise("n.csv", "title,artist,fragment,annotation\nA,B,la,it is la\n"));
    assertInstanceOf(Catalogue.class, recognise("p.csv", "persona,title,artist\nsomebody,A,B\n"));
    assertInstanceOf(
        Export.class,
        recognise("e.csv", "Track Name,Artist Name,Added At,Danceability,Energy\nA,B,x,1,1\n"),
        "a playlist that says what its songs sound like");
    assertInstanceOf(Export.class, recognise("f.csv", "artist,title\nA,B\n"));
  }

  @Test
  void whatThisProjectExportsIsBothAHistoryAndAJournal() throws IOException {
    Path zip = folder.resolve("chihiro.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String path :
          List.of(
              "README", "journal/originals.csv", "plays/listening.jsonl", "plays/plays.jsonl")) {
        out.putNextEntry(new ZipEntry(path));
      }
    }
    assertEquals(new WholeExport(false), Recognition.of(zip));
  }

  @Test
  void aDiaryThatTellsOfAnArtistIsStillADiary() throws IOException {
    assertEquals(
        new DigitalJournal("table"),
        recognise("days.csv", "date,mood,note\n2024-03-05,5,Met an artist.\n"));
  }

  @Test
  void photosAreKnownByTheirFirstBytesWhateverTheyAreCalled() throws Exception {
    assertEquals(new Photo("JPEG"), recognise("page.txt", "\u00FF\u00D8\u00FF\u00E0 rest"));
    assertEquals(new Photo("PNG"), recognise("page", "\u0089PNG\r\n\u001A\n"));
    assertEquals(new Photo("HEIC"), recognise("page.jpg", "\0\0\0\u0018ftypheic\0\0\0\0"));
    assertEquals(new Photo("WebP"), recognise("page.x", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 "));
    assertEquals(new Photo("TIFF"), recognise("a.md", "II*\0\u0008\0\0\0"));
    assertEquals(new Photo("TIFF"), recognise("b.md", "MM\0*\0\0\0\u0008"));
    assertEquals(new Photo("PDF"), recognise("scan.x", "%PDF-1.4\n"));
  }

  @Test
  void aSpotifyHistoryIsKnownByItsFieldsLooseOrZipped() throws Exception {
    assertInstanceOf(Export.class, recognise("StreamingHistory0.json", ACCOUNT));
    assertInstanceOf(Export.class, recognise("renamed.dat", EXTENDED));
    assertInstanceOf(Export.class, zip("my_data.bin", "ReadMe.pdf", "%PDF", "a/x.json", EXTENDED));
  }

  @Test
  void aZipWithoutAHistoryIsNotOne() throws Exception {
    assertEquals(
        new Unknown("is a zip without a listening history or a journal in it"),
        zip("my_spotify_data.zip", "Userdata.json", "{\"username\":\"x\"}"));
  }

  @Test
  void aDamagedZipIsSaidToBeOne() throws Exception {
    Unknown damaged = assertInstanceOf(Unknown.class, recognise("x.zip", "PK\3\4 and no more"));
    assertEquals("is a damaged zip", damaged.why().split(":", -1)[0]);
  }

  @Test
  void journalsAreTextThatIsCalledSo() throws Exception {
    assertInstanceOf(TextJournal.class, recognise("2024-03-05.md", "# A day\nRain.\n"));
    assertInstanceOf(TextJournal.class, recognise("notes.txt", "It rained — all day."));
    assertInstanceOf(TextJournal.class, recognise("DIARY", "Up, and to the office."));
    assertInstanceOf(
        TextJournal.class, recognise("d.jsonl", "{\"date\":null,\"text\":\"Up.\"}\n{\"te"));
    assertInstanceOf(
        TextJournal.class, recognise("long.jsonl", "{\"text\":\"" + "a".repeat(70_000) + "\"}\n"));
  }

  @Test
  void journalsOfOtherProgramsAreKnownByTheirContent() throws Exception {
    String dayOne = "{\"metadata\":{\"version\":\"1.0\"},\"entries\":[]}";
    String journiv = "{\"export_version\":\"1.0\",\"app_version\":\"1\",\"journals\":[]}";
    assertEquals(new DigitalJournal("Day One"), zip("a.zip", "p/x.jpg", "x", "Days.json", dayOne));
    assertEquals(new DigitalJournal("Journiv"), zip("b.zip", "data.json", journiv));
    assertEquals(new DigitalJournal("notes"), zip("c.zip", "v/.obsidian/a", "", "v/2024.md", "x"));
    assertEquals(new DigitalJournal("Day One"), recognise("Journal.json", dayOne));
    assertEquals(new DigitalJournal("table"), recognise("days.csv", "date;text\n"));
  }

  @Test
  void aFolderOfObsidianIsOneJournalWithItsNotesAlone() throws Exception {
    Path vault = Files.createDirectories(folder.resolve("My vault"));
    Files.createDirectories(vault.resolve(".obsidian"));
    Files.createDirectories(vault.resolve("daily"));
    Files.writeString(vault.resolve("daily/2024-03-05.md"), "Rain.");
    Files.writeString(vault.resolve("daily/sea.jpg"), "x");
    Found found = Found.under(List.of(folder));
    assertEquals(List.of(vault), found.vaults());
    assertEquals(List.of(), found.pages());
    Path into = Files.createDirectories(folder.resolve("into"));
    byte[] first = Files.readAllBytes(VaultZip.pack(vault, into));
    assertEquals(new DigitalJournal("notes"), Recognition.of(into.resolve("My vault.zip")));
    assertArrayEquals(first, Files.readAllBytes(VaultZip.pack(vault, into)));
  }

  @Test
  void whatIsNeitherIsSaidToBeNeither() throws Exception {
    assertEquals(new Unknown("is empty"), recognise("empty.jpg", ""));
    assertEquals(
        new Unknown("holds plain text, but its name does not end as a journal's (.md, .txt)"),
        recognise("page.jpg", "I am no photo"));
    assertEquals(
        new Unknown("is JSON, but neither a Spotify history nor a journal"),
        recognise("Userdata.json", "{\"username\":\"x\"}"));
    assertEquals(
        new Unknown("is neither a photo nor text nor an export of plays"),
        recognise("program", "\u007FELF\u0002\u0001\u0001\0\0\0"));
  }

  @Test
  void everyFileOfAFolderIsCountedOnce() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("journal 1/inner"));
    Files.writeString(inner.resolve("a.md"), "Rain.");
    Files.write(inner.resolve("b"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    Files.writeString(inner.resolve("c.json"), EXTENDED);
    Files.writeString(inner.resolve(".DS_Store"), "\0\0\0");
    Found found = Found.under(List.of(folder));
    assertEquals(List.of(inner.resolve("c.json")), found.exports());
    assertEquals(List.of(inner.resolve("b"), inner.resolve("a.md")), found.pages());
    assertEquals(List.of(inner.resolve(".DS_Store")), List.copyOf(found.unknown().keySet()));
    assertEquals(
        "Recognised 1 export of plays, 1 photo {JPEG 1}, 1 text journal; 1 not recognised.",
        found.summary());
  }

  private Recognised recognise(String name, String latin) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes =
        latin.chars().anyMatch(c -> c > 0xFF)
            ? latin.getBytes(StandardCharsets.UTF_8)
            : latin.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes);
    return Recognition.of(file);
  }

  private Recognised zip(String name, String... namesAndTexts) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int index = 0; index < namesAndTexts.length; index += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
        zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return Recognition.of(file);
  }
}
