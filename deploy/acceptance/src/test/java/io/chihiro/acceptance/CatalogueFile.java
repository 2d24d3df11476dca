package io.chihiro.acceptance;

/// Rows of a catalogue of songs with lyrics.
final class CatalogueFile {
  static final String HEADINGS = "title,tag,artist,year,views,features,lyrics,id,language\n";

  /// Two rows, one of them without a title.
  static final String TWO_ROWS =
      HEADINGS + "Harvest,folk,Lin,1999,3,{},,91,en\n,folk,Lin,1999,3,{},,92,en\n";

  private CatalogueFile() {}

  /// A song whose first line is that.
  static String song(String title, String artist, int year, int id, String line) {
    String words = line + "\nsung and not looked for\nin the year of nineteen\n";
    return "%s,pop,%s,%d,12,{},\"[Verse]\n%s%s\",%d,en\n"
        .formatted(title, artist, year, words, filler(id), id);
  }

  // Too few words are no lyrics.
  private static String filler(int id) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append("la la verse number ").append(id).append(" and ").append(i).append('\n');
    }
    return lines.toString();
  }
}
