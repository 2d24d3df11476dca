package io.chihiro.ingest.history;

import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.Columns.Role;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells by the content of a file how it is to be read; what it is called only breaks ties.
final class HistoryFiles {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int MOST_LINES_BEFORE_HEADINGS = 10;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final Map<Role, Integer> WITHOUT_HEADINGS =
      Map.of(Role.ARTIST, 0, Role.ALBUM, 1, Role.TITLE, 2, Role.TIME, 3);

  private HistoryFiles() {}

  /// Opens a file if it is a history or a playlist.
  ///
  /// @param name for messages, and for a playlist that says none
  /// @param mapping of the columns, if it is a table that needs one
  /// @return empty if it is something else; the stream is then closed
  static Optional<HistoryFile> open(
      String name, BufferedInputStream content, Optional<CsvMapping> mapping) throws IOException {
    content.mark(HEAD_BYTES + 1);
    byte[] bytes = content.readNBytes(HEAD_BYTES);
    content.reset();
    Charset charset = charset(bytes);
    String head = new String(bytes, charset).replace("\ufeff", "");
    String begin = head.stripLeading();
    if (begin.startsWith("[")) {
      return JsonHistory.open(name, content);
    }
    Optional<HistoryFile> file =
        begin.startsWith("{")
            ? json(name, content, begin)
            : text(name, head, reader(content, charset), mapping);
    if (file.isEmpty()) {
      content.close();
    }
    return file;
  }

  private static Optional<HistoryFile> json(String name, InputStream content, String head)
      throws IOException {
    Optional<HistoryFormat> line = JsonLinesHistory.formatOf(head.lines().findFirst().orElse(""));
    return line.isPresent()
        ? Optional.of(new JsonLinesHistory(reader(content, StandardCharsets.UTF_8), line.get()))
        : JsonHistory.open(name, content);
  }

  private static Optional<HistoryFile> text(
      String name, String head, BufferedReader lines, Optional<CsvMapping> mapping)
      throws IOException {
    if (head.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (head.startsWith(RockboxLog.MARK)) {
      return Optional.of(new RockboxLog(lines));
    }
    if (head.startsWith(M3uPlaylist.MARK) || name.toLowerCase(Locale.ROOT).endsWith(".m3u")) {
      return Optional.of(new M3uPlaylist(listName(name, head), lines));
    }
    return table(name, head, lines, mapping);
  }

  private static String listName(String name, String head) {
    return head.lines()
        .filter(line -> line.startsWith("#PLAYLIST:"))
        .map(line -> line.substring("#PLAYLIST:".length()).strip())
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElseGet(() -> plain(name));
  }

  private static String plain(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static Optional<HistoryFile> table(
      String name, String head, BufferedReader lines, Optional<CsvMapping> mapping)
      throws IOException {
    List<String> first = head.lines().limit(MOST_LINES_BEFORE_HEADINGS).toList();
    for (int number = 0; number < first.size(); number++) {
      for (char separator : SEPARATORS) {
        List<String> fields = fields(first.get(number), separator);
        Optional<Columns> columns = columns(fields, head, mapping);
        if (columns.isPresent()) {
          skip(lines, number + 1);
          Delimited records = new Delimited(lines, separator);
          return Optional.of(new TableHistory(plain(name), records, columns.get(), mapping));
        }
      }
    }
    return withoutHeadings(name, first, lines);
  }

  private static Optional<Columns> columns(
      List<String> headings, String head, Optional<CsvMapping> mapping) {
    return mapping.isPresent()
        ? Columns.of(headings, mapping.get())
        : Columns.of(headings, source(headings, head));
  }

  private static Source source(List<String> headings, String head) {
    if (head.contains("Libre.fm")) {
      return Source.LIBRE_FM;
    }
    boolean lastFm =
        headings.stream().anyMatch(each -> each.equals("uts") || each.startsWith("Date#"));
    return lastFm ? Source.LAST_FM : Source.CSV;
  }

  /// Last.fm's plainest table: artist, album, title, time, and nothing above them.
  private static Optional<HistoryFile> withoutHeadings(
      String name, List<String> first, BufferedReader lines) throws IOException {
    List<String> fields = first.isEmpty() ? List.of() : fields(first.getFirst(), ',');
    boolean known =
        fields.size() == 4
            && ToldTime.parse(fields.get(3), _ -> Instant.EPOCH).isPresent()
            && !fields.get(0).isBlank();
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        new TableHistory(
            plain(name),
            new Delimited(lines, ','),
            new Columns(WITHOUT_HEADINGS, Source.LAST_FM),
            Optional.empty()));
  }

  private static List<String> fields(String line, char separator) throws IOException {
    try (Delimited one = new Delimited(new BufferedReader(new StringReader(line)), separator)) {
      return one.next().orElse(List.of());
    }
  }

  private static void skip(BufferedReader lines, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var _ = lines.readLine();
    }
  }

  private static BufferedReader reader(InputStream content, Charset charset) {
    return new BufferedReader(new InputStreamReader(content, charset));
  }

  // A head that ends within a letter is UTF-8 all the same.
  private static Charset charset(byte[] head) {
    int whole = head.length < HEAD_BYTES ? head.length : head.length - 4;
    return Stream.of(head.length, whole, whole + 1, whole + 2, whole + 3)
            .anyMatch(length -> length <= head.length && isUtf8(head, length))
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }

  private static boolean isUtf8(byte[] bytes, int length) {
    try {
      var _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
