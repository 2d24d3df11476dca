package io.chihiro.recommend.catalogue;

import io.chihiro.models.index.CodeSource;
import io.chihiro.models.index.Indexes;
import io.chihiro.models.index.VectorSink;
import io.chihiro.recommend.catalogue.MergedSongs.LineVectors;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the files of an index of songs, all but the card, in one go: no more than one song is
/// held.
final class WriteCatalogue {
  private final Path folder;
  private final MergedSongs songs;
  private final TitleTable.Writing titles = new TitleTable.Writing();
  private long end;
  private int lineEnd;
  private int wholes;
  private int count;

  /// @param folder empty
  WriteCatalogue(Path folder, MergedSongs songs) {
    this.folder = folder;
    this.songs = songs;
  }

  /// Writes them.
  ///
  /// @param graphFrom how many vectors have a graph between them
  /// @return how many songs they hold
  int write(long graphFrom) throws IOException {
    int width = songs.width();
    try (OutputStream texts = file(StoredCatalogue.SONGS);
        DataOutputStream table = new DataOutputStream(file(SongTable.FILE))) {
      kind(songs.lineCount(), graphFrom)
          .writeCodes(
              folder.resolve(StoredCatalogue.LINES),
              width,
              lines ->
                  kind(songs.songCount(), graphFrom)
                      .write(
                          folder.resolve(StoredCatalogue.WHOLES),
                          width,
                          vectors ->
                              songs.each(
                                  (id, song, ofLines) ->
                                      add(id, song, ofLines, texts, table, vectors, lines))));
    }
    titles.write(folder);
    return count;
  }

  // A graph is made in memory, about a kibibyte a vector; without the room every vector is
  // compared.
  private static Indexes kind(long vectors, long graphFrom) {
    Runtime memory = Runtime.getRuntime();
    long free = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
    return vectors >= graphFrom && vectors < free >> 11 ? Indexes.GRAPH : Indexes.EXACT;
  }

  private void add(
      String id,
      HeldSong song,
      LineVectors ofLines,
      OutputStream texts,
      DataOutputStream table,
      VectorSink vectors,
      CodeSource.Sink lines)
      throws IOException {
    byte[] bytes = SongBytes.of(id, song);
    texts.write(bytes);
    end += bytes.length;
    ofLines.pour(lines);
    lineEnd += song.lineCount();
    Optional<CatalogueSong> shown = song.song();
    Optional<float[]> whole = shown.flatMap(CatalogueSong::whole);
    int number = whole.isPresent() ? wholes++ : -1;
    if (whole.isPresent()) {
      vectors.add(id, whole.get());
    }
    if (shown.isPresent()) {
      titles.add(shown.get().facts().named().title(), count);
    }
    boolean sung = shown.isPresent() && shown.get().lines().size() > 0;
    new SongTable.Row(end, lineEnd, number, shown.isPresent(), sung).write(table);
    count++;
  }

  private OutputStream file(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }
}
