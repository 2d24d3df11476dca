package io.chihiro.metrics;

import static io.chihiro.metrics.Service.EMBEDDING;
import static io.chihiro.metrics.Service.RECOMMEND;
import static io.chihiro.metrics.Service.by;
import static io.chihiro.metrics.Shape.COUNTER;
import static io.chihiro.metrics.Shape.GAUGE;
import static io.chihiro.metrics.Shape.times;

/// How songs become searchable, and how searches are answered.
public final class SearchMetric {
  public static final Metric SONGS_EMBEDDED =
      new Metric(
          by(EMBEDDING),
          COUNTER,
          "chihiro_songs_embedded_total",
          "songs",
          "songs whose `title`, `lyrics` as a whole or `lines` got vectors; titles and lyrics that got"
              + " those that `pictures` are looked for with",
          "part");
  public static final Metric SONGS_TO_EMBED =
      new Metric(
          by(EMBEDDING),
          GAUGE,
          "chihiro_songs_to_embed",
          "records",
          "songs and lyrics that have no vectors yet as `wholes`, by `lines` or for `pictures`; not a"
              + " number while that is unknown",
          "part");
  public static final Metric CATALOGUE_SONGS =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_catalogue_songs",
          "songs",
          "songs that can be searched, in memory or an index, of all users whose catalogues are open");
  public static final Metric CATALOGUE_LINES =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_catalogue_lines",
          "lines",
          "lines of their lyrics that can be searched");
  public static final Metric SEARCH_SECONDS =
      new Metric(
          by(RECOMMEND),
          times(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
          "chihiro_search_seconds",
          "seconds",
          "a search for songs by `vibe`, by `line`, by `picture`, for those `similar` to one or those"
              + " that were its `company`, or those that people like one love (`for-you`), loading"
              + " the catalogue included",
          "by");
  public static final Metric TASTE_AGREEMENTS =
      new Metric(
          by(RECOMMEND),
          GAUGE,
          "chihiro_taste_agreements",
          "people",
          "people who let others be answered from what they took to");

  private SearchMetric() {}
}
