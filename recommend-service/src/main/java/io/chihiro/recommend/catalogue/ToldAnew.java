package io.chihiro.recommend.catalogue;

import io.chihiro.events.Topics;
import java.util.BitSet;

/// Which songs of an index the topics still tell of, while they are read from their beginnings on.
/// For one thread.
final class ToldAnew {
  private final StoredCatalogue index;
  private final BitSet described = new BitSet();
  private final BitSet sung = new BitSet();

  /// @param index whose songs are looked for
  ToldAnew(StoredCatalogue index) {
    this.index = index;
  }

  /// The topic of songs or of lyrics tells of a song.
  ///
  /// @param there whether it tells of more than that it has gone
  void note(String topic, String song, boolean there) {
    int number = index.find(song);
    if (number >= 0) {
      (topic.equals(Topics.SONGS.name()) ? described : sung).set(number, there);
    }
  }

  /// Nobody tells of the others any more: they have gone.
  void leaveUntold(SongCatalogue catalogue) {
    catalogue.leaveUntold(described, sung);
  }
}
