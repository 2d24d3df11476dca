package io.chihiro.recommend.catalogue;

import io.chihiro.models.index.CodeSource;
import io.chihiro.models.index.Indexes;
import io.chihiro.models.index.VectorSink;
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
  private int picturedEnd;
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
    try (OutputStream texts = file(StoredCatalogue.SONGS);
        DataOutputStream table = new DataOutputStream(file(SongTable.FILE))) {
      long lines = songs.lineCount();
      long pictured = songs.picturedCount();
      // Both are made at once.
      kind(pictured, lines + pictured, graphFrom)
          .writeCodes(
              folder.resolve(StoredCatalogue.PICTURED),
              songs.picturedWidth(),
              ofPictures ->
                  kind(lines, lines + pictured, graphFrom)
                      .writeCodes(
                          folder.resolve(StoredCatalogue.LINES),
                          songs.width(),
                          ofLines -> write(texts, table, ofLines, ofPictures, graphFrom)));
    }
    titles.write(folder);
    return count;
  }

  private void write(
      OutputStream texts,
      DataOutputStream table,
      CodeSource.Sink lines,
      CodeSource.Sink pictured,
      long graphFrom)
      throws IOException {
    long all = songs.songCount();
    kind(all, all, graphFrom)
        .write(
            folder.resolve(StoredCatalogue.WHOLES),
            songs.width(),
            wholes ->
                songs.each(
                    (id, song, vectors) -> {
                      vectors.pour(lines, pictured);
                      add(id, song, texts, table, wholes);
                    }));
  }

  // A graph is made in memory, about a kibibyte a vector; without the room every vector is
  // compared.
  private static Indexes kind(long vectors, long atOnce, long graphFrom) {
    Runtime memory = Runtime.getRuntime();
    long free = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
    return vectors >= graphFrom && atOnce < free >> 11 ? Indexes.GRAPH : Indexes.EXACT;
  }

  private void add(
      String id, HeldSong song, OutputStream texts, DataOutputStream table, VectorSink vectors)
      throws IOException {
    byte[] bytes = SongBytes.of(id, song);
    texts.write(bytes);
    end += bytes.length;
    lineEnd += song.lineCount();
    picturedEnd += song.picturedCount();
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
    new SongTable.Row(end, lineEnd, number, shown.isPresent(), sung, pictured(song, shown))
        .write(table);
    count++;
  }

  private PicturedTable.Row pictured(HeldSong song, Optional<CatalogueSong> shown) {
    PicturedSong now = shown.map(CatalogueSong::pictured).orElse(PicturedSong.NONE);
    return new PicturedTable.Row(
        picturedEnd,
        song.picturedTitle().isPresent(),
        now.title().isPresent(),
        now.lines().size() > 0);
  }

  private OutputStream file(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }
}
