package io.chihiro.events;

import io.chihiro.events.Topic.Cleanup;
import java.util.List;

/// Every topic, in the order things flow. Each has a single writer.
public final class Topics {
  /// Every topic of a user has this many: co-partitioning depends on it.
  public static final int PARTITIONS = 4;

  /// `user/page`, written by ocr-service.
  public static final Topic<PageScanned> JOURNAL_PAGES =
      new Topic<>("journal-pages", PageScanned.class, Cleanup.COMPACT);

  /// `user/entry`, written by ocr-service.
  public static final Topic<EntryRead> JOURNAL_ENTRIES =
      new Topic<>("journal-entries", EntryRead.class, Cleanup.COMPACT);

  /// `user/engines`, written by ocr-service: how a user wants the journal to be read.
  public static final Topic<EnginesChosen> JOURNAL_SETTINGS =
      new Topic<>("journal-settings", EnginesChosen.class, Cleanup.COMPACT);

  /// `user/play`, written by ingest-service.
  public static final Topic<TrackPlayed> PLAYS =
      new Topic<>("plays", TrackPlayed.class, Cleanup.COMPACT);

  /// `user/play`, written by ingest-service: what the owner says of a play.
  public static final Topic<PlayCorrected> PLAY_CORRECTIONS =
      new Topic<>("play-corrections", PlayCorrected.class, Cleanup.COMPACT);

  /// `user/song`, written by ingest-service: what imported catalogues say of a song.
  public static final Topic<SongListed> SONG_LISTINGS =
      new Topic<>("song-listings", SongListed.class, Cleanup.COMPACT);

  /// `user/song`, written by ingest-service: the words of a song.
  public static final Topic<LyricsKept> LYRICS =
      new Topic<>("lyrics", LyricsKept.class, Cleanup.COMPACT);

  /// `user/song`, written by ingest-service's topology: played, listed, or both.
  public static final Topic<SongDescribed> SONGS =
      new Topic<>("songs", SongDescribed.class, Cleanup.COMPACT);

  /// `user/alias`, written by ingest-service: which spellings the owner calls one song.
  public static final Topic<SongAliased> SONG_ALIASES =
      new Topic<>("song-aliases", SongAliased.class, Cleanup.COMPACT);

  /// `user/playlist`, written by ingest-service.
  public static final Topic<PlaylistKept> PLAYLISTS =
      new Topic<>("playlists", PlaylistKept.class, Cleanup.COMPACT);

  /// `user/annotation`, written by ingest-service: what words of songs mean.
  public static final Topic<LineAnnotated> ANNOTATIONS =
      new Topic<>("annotations", LineAnnotated.class, Cleanup.COMPACT);

  /// `user/judgement`, written by ingest-service: which songs are right for whom.
  public static final Topic<PersonaJudged> PERSONAS =
      new Topic<>("personas", PersonaJudged.class, Cleanup.COMPACT);

  /// `user/rules`, written by ingest-service: what counts, and when a day is.
  public static final Topic<ListeningRules> LISTENING_RULES =
      new Topic<>("listening-rules", ListeningRules.class, Cleanup.COMPACT);

  /// `user/date`, written by ingest-service's topology.
  public static final Topic<Moment> MOMENTS = new Topic<>("moments", Moment.class, Cleanup.COMPACT);

  /// `user/date/model version`, written by embedding-service.
  public static final Topic<TextEmbedded> VECTORS =
      new Topic<>("vectors", TextEmbedded.class, Cleanup.COMPACT);

  /// `user/song/part/model version`, written by embedding-service.
  public static final Topic<SongEmbedded> SONG_VECTORS =
      new Topic<>("song-vectors", SongEmbedded.class, Cleanup.COMPACT);

  /// Model name, written by training-service.
  public static final Topic<ModelTrained> MODELS =
      new Topic<>("models", ModelTrained.class, Cleanup.COMPACT);

  /// `user/answer`, written by recommend-service.
  public static final Topic<Feedback> FEEDBACK =
      new Topic<>("feedback", Feedback.class, Cleanup.COMPACT);

  /// `user/account`, written by recommend-service: who may come in.
  public static final Topic<AccountKept> ACCOUNTS =
      new Topic<>("accounts", AccountKept.class, Cleanup.COMPACT);

  /// `user/erasure`, written by recommend-service: what shall be forgotten, and who confirmed it.
  public static final Topic<Erasure> ERASURES =
      new Topic<>("erasures", Erasure.class, Cleanup.COMPACT);

  /// `user/off-limits`, written by recommend-service: what nobody wants to meet in an answer.
  public static final Topic<OffLimits> OFF_LIMITS =
      new Topic<>("off-limits", OffLimits.class, Cleanup.COMPACT);

  /// `user/agreement`, written by recommend-service: who lets others be answered from their taste.
  public static final Topic<TasteAgreed> TASTE_AGREEMENTS =
      new Topic<>("taste-agreements", TasteAgreed.class, Cleanup.COMPACT);

  public static final Topic<Rejected> OCR_REJECTED = rejected("ocr-service");
  public static final Topic<Rejected> INGEST_REJECTED = rejected("ingest-service");
  public static final Topic<Rejected> EMBEDDING_REJECTED = rejected("embedding-service");
  public static final Topic<Rejected> TRAINING_REJECTED = rejected("training-service");
  public static final Topic<Rejected> RECOMMEND_REJECTED = rejected("recommend-service");

  /// What each service has put aside.
  public static final List<Topic<Rejected>> REJECTED =
      List.of(
          OCR_REJECTED, INGEST_REJECTED, EMBEDDING_REJECTED, TRAINING_REJECTED, RECOMMEND_REJECTED);

  /// `user/id` of a rejected record, written by recommend-service: somebody has seen to it.
  public static final Topic<RejectedHandled> REJECTED_HANDLED =
      new Topic<>("rejected-handled", RejectedHandled.class, Cleanup.COMPACT);

  public static final List<Topic<?>> ALL =
      List.of(
          JOURNAL_PAGES,
          JOURNAL_ENTRIES,
          JOURNAL_SETTINGS,
          PLAYS,
          PLAY_CORRECTIONS,
          SONG_LISTINGS,
          LYRICS,
          SONGS,
          SONG_ALIASES,
          PLAYLISTS,
          ANNOTATIONS,
          PERSONAS,
          LISTENING_RULES,
          MOMENTS,
          VECTORS,
          SONG_VECTORS,
          MODELS,
          FEEDBACK,
          ACCOUNTS,
          ERASURES,
          OFF_LIMITS,
          TASTE_AGREEMENTS,
          OCR_REJECTED,
          INGEST_REJECTED,
          EMBEDDING_REJECTED,
          TRAINING_REJECTED,
          RECOMMEND_REJECTED,
          REJECTED_HANDLED);

  private Topics() {}

  private static Topic<Rejected> rejected(String service) {
    return new Topic<>(service + "-rejected", Rejected.class, Cleanup.DELETE);
  }
}
