package io.chihiro.ocr;

import io.chihiro.door.ExportZip;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.digital.ExportedDay;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The whole journal as Markdown, one file a day, zipped while it is sent.
///
/// What is private or discarded lies in folders of its own, so that the days can be handed to
/// another program as they are. The originals stay where they lie; a table says where that is.
/// The same journal gives the same bytes.
final class JournalExport {
  private static final String ORIGINALS = "originals.csv";
  private static final String UNDATED = "undated";

  /// The order in which a day's text is joined.
  private static final Comparator<EntryRead> IN_ORDER =
      Comparator.comparing((EntryRead entry) -> entry.writtenAt().map(Object::toString).orElse("0"))
          .thenComparing(EntryRead::entry);

  private final Journal journal;

  JournalExport(Journal journal) {
    this.journal = journal;
  }

  /// Writes all of a user's journal.
  void write(String user, OutputStream out) throws IOException {
    SortedMap<String, List<EntryRead>> files = new TreeMap<>();
    journal
        .entries(user)
        .forEach(entry -> files.computeIfAbsent(path(entry), _ -> new ArrayList<>()).add(entry));
    List<PageScanned> pages =
        journal.pages(user).stream().sorted(Comparator.comparing(PageScanned::place)).toList();
    Map<String, String> places = new HashMap<>();
    pages.forEach(page -> places.put(page.page(), page.place()));
    ExportZip zip = new ExportZip(out);
    for (Map.Entry<String, List<EntryRead>> file : files.entrySet()) {
      List<EntryRead> entries = file.getValue().stream().sorted(IN_ORDER).toList();
      zip.put(file.getKey(), bytes(ExportedDay.write(entries.getFirst().date(), entries, places)));
    }
    zip.put(ORIGINALS, bytes(originals(pages)));
    zip.finish();
  }

  private static String path(EntryRead entry) {
    String day = entry.date().map(Object::toString).orElse(UNDATED);
    return folder(entry.status()) + "/" + day + ".md";
  }

  private static String folder(Status status) {
    return switch (status) {
      case DRAFT, CONFIRMED -> "days";
      case PRIVATE -> "private";
      case DISCARDED, FORGOTTEN -> "discarded";
    };
  }

  private static String originals(List<PageScanned> pages) {
    StringBuilder table = new StringBuilder("place,page,bytes,format,taken,state\r\n");
    for (PageScanned page : pages) {
      table
          .append(
              String.join(
                  ",",
                  Stream.of(
                          page.place(),
                          page.page(),
                          String.valueOf(page.bytes()),
                          page.format(),
                          page.capturedAt().map(Object::toString).orElse(""),
                          page.state().name())
                      .map(JournalExport::cell)
                      .toList()))
          .append("\r\n");
    }
    return table.toString();
  }

  private static String cell(String value) {
    return value.matches("[^\",\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
