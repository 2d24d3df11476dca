package io.chihiro.events;

/// A record that travels on a topic. Sealed, so that this list is the whole vocabulary.
public sealed interface Event
    permits PageScanned,
        EntryRead,
        EnginesChosen,
        TrackPlayed,
        PlayCorrected,
        SongListed,
        LyricsKept,
        SongDescribed,
        SongAliased,
        PlaylistKept,
        LineAnnotated,
        PersonaJudged,
        ListeningRules,
        Moment,
        TextEmbedded,
        SongEmbedded,
        ModelTrained,
        Feedback,
        AccountKept,
        Erasure,
        OffLimits,
        TasteAgreed,
        Rejected,
        RejectedHandled {}
