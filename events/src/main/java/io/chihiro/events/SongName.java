package io.chihiro.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a song is called once everything is left out in which sources differ: featured artists,
/// remasters and editions, letter case, accents and punctuation.
///
/// A live version, a remix or a demo stays a song of its own.
///
/// @param plain for people: without featured artists and editions, spelled as it was
/// @param titleKey what two spellings of one title have in common
/// @param artistKey what two spellings of one artist have in common: the first of several
public record SongName(Song plain, String titleKey, String artistKey) {
  private static final int ID_DIGITS = 16;
  private static final String EDITION =
      "(?:(?:\\d{4}|digital(?:ly)?)\\s+)*re-?master(?:ed)?(?:\\s+(?:version|edition|\\d{4}))*"
          + "|(?:mono|stereo)(?:\\s+(?:version|mix))?|(?:radio|single)\\s+edit"
          + "|(?:single|album|original|explicit|clean)\\s+version|original\\s+mix"
          + "|bonus\\s+track|explicit|(?:super\\s+)?deluxe(?:\\s+(?:edition|version))?";
  private static final Pattern BRACKETED =
      Pattern.compile(
          "\\s*[(\\[](?:(?i:feat\\.?|ft\\.?|featuring)\\s[^)\\]]*|with\\s\\p{Lu}[^)\\]]*|(?i:"
              + EDITION
              + "))[)\\]]");
  private static final Pattern AFTER_DASH =
      Pattern.compile("\\s+[-–—]\\s+(?i:(?:feat\\.?|ft\\.?|featuring)\\s.*|" + EDITION + ")\\s*$");
  private static final Pattern FEATURED =
      Pattern.compile("\\s+(?i:feat\\.?|ft\\.|featuring)\\s.*$");
  private static final Pattern SEVERAL_ARTISTS =
      Pattern.compile("\\s*(?:[,;]|\\s&|\\sand|\\sx|\\svs\\.?|\\s\\+|\\swith|\\s/)\\s");
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern UNSPOKEN = Pattern.compile("['’`´]");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern ARTICLE = Pattern.compile("^the ");

  /// The name of a song as a source spelled it.
  public static SongName of(Song spelled) {
    String title = title(spelled.title());
    String artist = orElse(FEATURED.matcher(spelled.artist()).replaceFirst(""), spelled.artist());
    Song plain =
        title.equals(spelled.title()) && artist.equals(spelled.artist())
            ? spelled
            : new Song(title, artist);
    return new SongName(plain, key(title), ARTICLE.matcher(key(first(artist))).replaceFirst(""));
  }

  /// The name of a song that is called exactly so, whatever looks like an edition in it.
  public static SongName exactly(Song named) {
    String artist = ARTICLE.matcher(key(first(named.artist()))).replaceFirst("");
    return new SongName(named, key(named.title()), artist);
  }

  /// What makes two spellings one song.
  public String key() {
    return titleKey + '\u001f' + artistKey;
  }

  /// A short name for the key, for addresses and keys of records.
  public String id() {
    return TextHash.of(key()).substring(0, ID_DIGITS);
  }

  private static String title(String spelled) {
    String bare = BRACKETED.matcher(spelled).replaceAll("");
    bare = AFTER_DASH.matcher(bare).replaceFirst("");
    return orElse(FEATURED.matcher(bare).replaceFirst("").strip(), spelled);
  }

  private static String first(String artist) {
    return orElse(SEVERAL_ARTISTS.split(artist, 2)[0], artist);
  }

  private static String key(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    folded = ACCENTS.matcher(folded).replaceAll("").replace("&", " and ");
    folded = UNSPOKEN.matcher(folded).replaceAll("");
    return orElse(PUNCTUATION.matcher(folded).replaceAll(" ").strip(), folded.strip());
  }

  private static String orElse(String text, String whole) {
    return text.isBlank() ? whole : text;
  }
}
