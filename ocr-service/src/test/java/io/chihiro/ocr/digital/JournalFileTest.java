package io.chihiro.ocr.digital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.events.PageScanned.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final String DAY_ONE =
      """
      {"metadata":{"version":"1.0"},"entries":[
       {"uuid":"A1","creationDate":"2024-03-05T23:30:00Z","timeZone":"Europe\\/Athens","tags":["sea"],
        "text":"# Late\\n\\nRain\\\\. Then ![](dayone-moment:\\/\\/2A69) none\\\\!",
        "photos":[{"identifier":"2A69","md5":"0e2d","type":"jpeg"}],"isPinned":false},
       {"uuid":"B2","creationDate":"2024-03-07T08:00:00Z","timeZone":"America\\/New_York","text":"Sun."},
       {"uuid":"C3","creationDate":"2024-03-08T08:00:00Z","timeZone":"Europe\\/Lisbon"},
       {"uuid":"D4","creationDate":"2024-03-09T08:00:00Z","timeZone":"Europe\\/Lisbon",
        "richText":"{\\"contents\\":[{\\"text\\":\\"Wind.\\"}]}"},
       {"uuid":"E5","creationDate":"some day","timeZone":"Europe\\/Lisbon","text":"When?"}]}
      """;
  private static final String JOURNIV =
      """
      {"export_version":"1.0","export_date":"2025-01-01T00:00:00","app_version":"0.1.0",
       "user_email":"a@b.c","journals":[{"title":"Days","entry_count":2,"entries":[
        {"title":"Harbour","content_plain_text":"Rain.","entry_date":"2024-03-05",
         "entry_datetime_utc":"2024-03-05T23:30:00","entry_timezone":"Europe/Lisbon",
         "created_at":"2024-03-05T23:31:00","tags":[],"media":[]},
        {"content_delta":{"ops":[{"insert":"Sun"},{"insert":{"image":"x"}},{"insert":".\\n"}]},
         "entry_date":"2024-03-06","entry_datetime_utc":"2024-03-06T10:00:00Z",
         "entry_timezone":"Europe/Lisbon","created_at":"2024-03-06T10:00:00"}]},
       {"title":"Other","entries":[{"content":"Wind.","entry_date":"2024-03-06",
         "entry_datetime_utc":"2024-03-06T11:00:00Z","created_at":"2024-03-06T11:00:00"}]}],
       "stats":{"entry_count":3}}
      """;

  @TempDir private Path folder;
  private final List<Row> rows = new ArrayList<>();

  @Test
  void dayOneIsReadInTheWritersOwnTime() throws IOException {
    var outcome =
        read("day.zip", ZipBytes.of("Journal.json", DAY_ONE, "photos/0e2d.jpeg", "no text"));

    assertEquals("day-one", outcome.format());
    assertEquals(account(5, 3, Map.of("blank", 1L), 1), outcome.account());
    assertEquals(days("2024-03-06", "2024-03-07", "2024-03-09", ""), days());
    assertEquals("# Late\n\nRain. Then  none!", rows.getFirst().text());
    assertEquals("Wind.", rows.get(2).text());
    assertEquals(
        Optional.of(LocalDateTime.parse("2024-03-06T01:30:00")), rows.getFirst().writtenAt());
    assertEquals(Optional.of("day-one A1"), rows.getFirst().key());
    assertEquals(
        Optional.of("1 of 5 rows hold no entry: Journal.json, entry 3: blank."), outcome.problem());
  }

  @Test
  void aLooseDayOneFileIsOneToo() throws IOException {
    assertEquals(
        "day-one", read("Journal.json", DAY_ONE.getBytes(StandardCharsets.UTF_8)).format());
    assertEquals(4, rows.size());
  }

  @Test
  void theSameEntryInTwoJournalsIsRepeated() throws IOException {
    var outcome = read("day.zip", ZipBytes.of("All.json", DAY_ONE, "Journal.json", DAY_ONE));
    assertEquals(account(10, 3, Map.of("blank", 2L, "repeated", 4L), 1), outcome.account());
  }

  @Test
  void journivKeepsItsLocalDays() throws IOException {
    var outcome = read("journiv.zip", ZipBytes.of("data.json", JOURNIV, "media/a.jpg", "x"));

    assertEquals("journiv", outcome.format());
    assertEquals(account(3, 3, Map.of(), 0), outcome.account());
    assertEquals(List.of("Harbour\n\nRain.", "Sun.", "Wind."), texts());
    assertEquals(days("2024-03-05", "2024-03-06", "2024-03-06"), days());
  }

  @Test
  void ofAnObsidianVaultTheDailyNotesAreTaken() throws IOException {
    var outcome =
        read(
            "vault.zip",
            ZipBytes.of(
                "Vault/.obsidian/app.json", "{}",
                "Vault/.trash/2024-01-01.md", "Gone.",
                "Vault/Daily/2024-03-05.md", "---\ntags: [day]\n---\nMet [[Ana]].",
                "Vault/Daily/2024/03/06.md", "Sun.",
                "Vault/Talk.md", "---\ndate: 2024-03-07\n---\nWe talked.",
                "Vault/Recipes/Soup.md", "Onions.",
                "Vault/Templates/Daily.md", "# {{date}}"));

    assertEquals("notes", outcome.format());
    assertEquals(account(5, 3, Map.of("no daily note", 2L), 0), outcome.account());
    assertEquals(List.of("Met Ana.", "Sun.", "We talked."), texts());
    assertEquals(days("2024-03-05", "2024-03-06", "2024-03-07"), days());
  }

  @Test
  void ofALogseqGraphTheJournalsAreTaken() throws IOException {
    var outcome =
        read(
            "graph.zip",
            ZipBytes.of(
                "journals/2024_03_05.md", "- TODO Call [[Ana]]\n\t- She laughed.",
                "logseq/bak/journals/2024_03_05/old.md", "- Old.",
                "logseq/config.edn", "{}",
                "pages/Ana.md", "- A friend."));

    assertEquals(account(2, 1, Map.of("no daily note", 1L), 0), outcome.account());
    assertEquals(List.of("Call Ana\nShe laughed."), texts());
  }

  @Test
  void undatedNotesOfAPlainArchiveWait() throws IOException {
    var outcome = read("notes.zip", ZipBytes.of("a.md", "Rain.", "b/2024-03-05.txt", "Sun."));
    assertEquals(account(2, 1, Map.of(), 1), outcome.account());
  }

  @Test
  void aDiaryIsPartedAtTheLinesThatTellADay() throws IOException {
    String diary =
        """
        My diary

        Tuesday, 5 March 2024

        Rain. On 4 March 2024
        it was the same.

        6 March 2024
        Sun.

        # 2024-03-06
        And wind.
        """;
    var outcome = read("diary.txt", diary.getBytes(StandardCharsets.UTF_8));

    assertEquals("text", outcome.format());
    assertEquals(account(4, 3, Map.of(), 1), outcome.account());
    assertEquals(
        List.of("My diary", "Rain. On 4 March 2024\nit was the same.", "Sun.", "And wind."),
        texts());
    assertEquals(days("", "2024-03-05", "2024-03-06", "2024-03-06"), days());
  }

  @Test
  void whatJrnlWritesIsADiary() throws IOException {
    String jrnl = "[2024-03-05 21:40] Rain.\nAll day.\n\n[2024-03-06 09:00:00 AM] Sun.\n";
    var _ = read("jrnl.txt", jrnl.getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("Rain.\nAll day.", "Sun."), texts());
    assertEquals(days("2024-03-05", "2024-03-06"), days());
  }

  @Test
  void aNoteOfOneDayIsNoDiary() throws IOException {
    String note = "2024-03-04\n\nWhat was.\n\n2024-03-05\n\nWhat is.\n";
    assertFalse(file("2024-03-05.md", note).isLooseJournal());
    assertFalse(file("note.md", "---\ndate: 2024-03-05\n---\n" + note).isLooseJournal());
    assertTrue(file("note.md", note).isLooseJournal());
    assertFalse(file("list.txt", "Rain.\n\nSun.\n\n5 March 2024\n").isLooseJournal());
  }

  @Test
  void aTableNamesItsDayAndItsText() throws IOException {
    String daylio =
        """
        full_date,date,weekday,time,mood,activities,note_title,note
        2024-03-05,March 5,Tuesday,9:40 pm,good,"reading | tea",Harbour,"Rain, ""again"".
        All day."
        2024-03-06,March 6,Wednesday,08:00,meh,,,
        someday,,,,,,,When?
        """;
    var outcome = read("daylio.csv", daylio.getBytes(StandardCharsets.UTF_8));

    assertEquals(account(3, 1, Map.of("blank", 1L), 1), outcome.account());
    assertEquals(List.of("Harbour\n\nRain, \"again\".\nAll day.", "When?"), texts());
    assertEquals(
        Optional.of(LocalDateTime.parse("2024-03-05T21:40:00")), rows.getFirst().writtenAt());
  }

  @Test
  void aTableMayBePartedBySemicolons() throws IOException {
    var _ =
        read(
            "t.csv",
            "Datum;Eintrag\r\n05.03.2024;Regen; viel\r\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(days("2024-03-05"), days());
  }

  @Test
  void aPathThatClimbsIsRefusedByName() {
    assertBroken(
        "bad.zip",
        ZipBytes.of("../../2024-03-05.md", "Rain."),
        "bad.zip holds a path that climbs out of it (../../2024-03-05.md); it was not read.");
  }

  @Test
  void aBombIsRefusedByName() {
    assertBroken(
        "bomb.zip",
        ZipBytes.bomb("Journal.json", 40),
        "bomb.zip holds Journal.json, which unpacks far beyond its size, as a zip bomb does; it was"
            + " not read.");
  }

  @Test
  void aZipThatBreaksOffIsRefusedByName() {
    byte[] whole = ZipBytes.of("Journal.json", DAY_ONE);
    assertBroken(
        "cut.zip", Arrays.copyOf(whole, whole.length - 30), "cut.zip is not a whole zip file.");
  }

  @Test
  void jsonThatBreaksOffIsRefusedByName() {
    String cut = DAY_ONE.substring(0, DAY_ONE.indexOf("C3"));
    assertBroken(
        "day.zip",
        ZipBytes.of("Journal.json", cut),
        "Journal.json in day.zip cannot be read as JSON after entry 2.");
  }

  @Test
  void aQuoteWithoutEndIsRefusedByName() {
    assertBroken(
        "t.csv",
        "date,text\n2024-03-05,\"Rain.\n".getBytes(StandardCharsets.UTF_8),
        "t.csv has a quote that does not end.");
  }

  private void assertBroken(String name, byte[] bytes, String problem) {
    var broken = assertThrows(BrokenUploadException.class, () -> read(name, bytes));
    assertEquals(problem, broken.getMessage());
  }

  private JournalFile.Outcome read(String name, byte[] bytes) throws IOException {
    rows.clear();
    return file(name, bytes).read(new Collected(rows));
  }

  private JournalFile file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private JournalFile file(String name, byte[] bytes) throws IOException {
    Path file = Files.createTempFile(folder, "journal", "");
    Files.write(file, bytes);
    return new JournalFile(file, name, new PlainRules());
  }

  private List<String> texts() {
    return rows.stream().map(Row::text).toList();
  }

  private List<Optional<LocalDate>> days() {
    return rows.stream().map(Row::date).toList();
  }

  private static List<Optional<LocalDate>> days(String... days) {
    return Arrays.stream(days)
        .map(day -> day.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(day)))
        .toList();
  }

  private static Account account(long rows, long stored, Map<String, Long> dropped, long waiting) {
    return new Account(rows, stored, new TreeMap<>(dropped), waiting);
  }

  private record Collected(List<Row> rows) implements Rows {
    @Override
    public void take(Row row) {
      rows.add(row);
    }

    @Override
    public void leaveOut(String reason, String where) {}
  }
}
