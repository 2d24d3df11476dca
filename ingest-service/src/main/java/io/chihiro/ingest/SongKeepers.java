package io.chihiro.ingest;

import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongListed;
import io.chihiro.ingest.TellSongs.Keeper;

/// Where the topology keeps what topics of songs say: listings whole, of lyrics the hash alone.
final class SongKeepers {
  static final Keeper<SongListed> LISTINGS =
      new Keeper<>() {
        @Override
        public void put(SongsToTell songs, String key, SongListed told, byte[] bytes) {
          songs.listed().put(key, bytes);
        }

        @Override
        public void delete(SongsToTell songs, String key) {
          var _ = songs.listed().delete(key);
        }
      };

  static final Keeper<LyricsKept> LYRICS =
      new Keeper<>() {
        @Override
        public void put(SongsToTell songs, String key, LyricsKept told, byte[] bytes) {
          songs.sung().put(key, told.sha256());
        }

        @Override
        public void delete(SongsToTell songs, String key) {
          var _ = songs.sung().delete(key);
        }
      };

  private SongKeepers() {}
}
