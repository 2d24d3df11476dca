package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.models.RgbPicture;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.LinesFound.SongHit;
import io.chihiro.recommend.MissingSongs.Looked;
import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.catalogue.LineRanking.Hit;
import io.chihiro.recommend.catalogue.SongFilter;
import io.chihiro.recommend.catalogue.SongView;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The caller's songs that have lines, or a title, like a picture.
///
/// @param fullFrom the cosine from which on a line counts in full
record FindByPicture(Searching searching, double fullFrom, Caller caller) {
  /// The songs that have lines like a picture.
  LinesFound find(RgbPicture picture, SongFilter wanted, Score score, int limit)
      throws InterruptedException {
    Timer.Sample sample = Timer.start();
    Map<String, KnownSong> played = searching.played(caller);
    Searched all = searching.searchedByPicture(caller);
    SongView met = all.view().only(wanted);
    List<Hit> hits = met.byPicture(searching.encode(picture), fullFrom, score, limit);
    sample.stop(searching.timer("picture"));
    long searched = met.picturedLineCount();
    return new LinesFound(
        searching.pairVersion(),
        searching.pairVersion(),
        searched,
        hits.stream().map(hit -> SongHit.ofPicture(hit, played)).toList(),
        MissingSongs.sentence(all, met, searched, Looked.PICTURES),
        Optional.empty());
  }
}
