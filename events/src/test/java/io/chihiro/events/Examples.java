package io.chihiro.events;

import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Draft;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.PageScanned.Account;
import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One record of each kind, the same as in its golden file.
final class Examples {
  static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  static final Song SALT_WATER = new Song("Salt Water", "The Harbour Lights");

  private static final Instant MORNING = Instant.parse("2026-11-22T06:30:15Z");
  private static final LocalDateTime EVENING = LocalDateTime.of(2024, 3, 5, 21, 14, 8);
  private static final Optional<String> URI = Optional.of("spotify:track:4uLU6hMCjMI75M1A2tKUQC");
  private static final String PAGE =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Examples() {}

  static Stream<Event> all() {
    return Stream.of(
        page(),
        entry(),
        engines(),
        play(),
        correction(),
        listing(),
        lyrics(),
        song(),
        alias(),
        playlist(),
        annotation(),
        persona(),
        rules(),
        moment(),
        vectors(),
        songVectors(),
        model(),
        feedback(),
        account(),
        rejected(),
        handled(),
        erasure(),
        offLimits(),
        agreement());
  }

  static PageScanned page() {
    return new PageScanned(
        "owner",
        PAGE,
        "2024/march/IMG_0042.heic",
        2_417_333,
        "heic",
        Optional.of(EVENING),
        Optional.of(ZoneOffset.ofHours(1)),
        State.FAILED,
        List.of(
            new Attempt("vision", "timed out", Optional.of("no answer within 60 seconds")),
            new Attempt("paddle", "read", Optional.empty())),
        Optional.of("No text was found on this page."),
        Optional.of(new Account(12, 8, new TreeMap<>(Map.of("blank", 1L, "repeated", 1L)), 2)));
  }

  static EntryRead entry() {
    return new EntryRead(
        "owner",
        "9f86d081-1",
        Optional.of(DAY),
        DateSource.WRITTEN,
        new Confidence(0.9),
        "Walked to the harbour again. \"Not today\", said the sea — über alles grau. 🌊",
        "paddle",
        new Confidence(0.75),
        Status.DRAFT,
        Optional.of(PAGE),
        Optional.of(EVENING),
        Optional.of(new Draft("paddle", "Walked to the harhour again.")));
  }

  static EnginesChosen engines() {
    return new EnginesChosen(
        "owner",
        List.of("vision", "paddle"),
        List.of("vision"),
        Optional.of(new EnginesChosen.Server("https://vision.example", "qwen3-vl:8b")),
        120,
        new EnginesChosen.Prices(Optional.of(0.4), Optional.of(1.6), Optional.empty()),
        new Vocabulary(List.of("Lurdes", "Rua das Flores")));
  }

  static TrackPlayed play() {
    return new TrackPlayed(
        "owner",
        "2024-03-05T20:14:08Z-4a1f",
        SALT_WATER,
        Optional.of("Low Tide"),
        URI,
        Instant.parse("2024-03-05T20:14:08Z"),
        214_000,
        Optional.of("clickrow"),
        Optional.of("trackdone"),
        false,
        Optional.of("PT"),
        Source.SPOTIFY_EXTENDED_HISTORY,
        Optional.of(TrackPlayed.Stamp.END_TO_THE_MINUTE),
        Map.of("isrc", "GBAYE8100053"));
  }

  static PlayCorrected correction() {
    return new PlayCorrected(
        "owner",
        "1709669648-214000-4a1f",
        Instant.parse("2024-03-05T20:14:08Z"),
        false,
        true,
        true,
        Optional.of(SALT_WATER),
        Optional.of(Instant.parse("2024-03-05T20:10:00Z")),
        Optional.of(200_000L));
  }

  static SongDescribed song() {
    return new SongDescribed(
        "owner",
        "5b1c0a",
        SALT_WATER,
        List.of(SALT_WATER, new Song("Salt Water - 2011 Remaster", "The Harbour Lights")),
        List.of("Low Tide"),
        Map.of("spotify", List.of("spotify:track:4uLU6hMCjMI75M1A2tKUQC")),
        Optional.of(1999),
        List.of("slow"),
        Optional.of(12_400L),
        List.of("Ana Moura"),
        Optional.of("en"),
        Map.of("valence", 0.25, "tempo", 92.5),
        true,
        Optional.of("lyrics/5b1c0a"));
  }

  static SongListed listing() {
    return new SongListed(
        "owner",
        "5b1c0a",
        SALT_WATER,
        Map.of("catalogue", List.of("4711")),
        Optional.of(1999),
        List.of("slow"),
        Optional.of(12_400L),
        List.of("Ana Moura"),
        Optional.of("en"),
        Map.of("valence", 0.25, "tempo", 92.5));
  }

  static LyricsKept lyrics() {
    return LyricsKept.of("owner", "5b1c0a", "Salt on the window,\nsalt on the stair.\n\nStay.");
  }

  static SongAliased alias() {
    return new SongAliased("owner", "salt water (demo)", SALT_WATER);
  }

  static PlaylistKept playlist() {
    return new PlaylistKept(
        "owner",
        "m3u-77",
        "Long drives",
        PlaylistKept.Source.M3U,
        List.of(
            new PlaylistKept.Entry(SALT_WATER, Optional.of("music/salt.mp3"), Optional.of(MORNING)),
            new PlaylistKept.Entry(
                new Song("Night Bus", "Ana Moura"), Optional.empty(), Optional.empty())));
  }

  static LineAnnotated annotation() {
    return LineAnnotated.of(
        "owner",
        "5b1c0a",
        SALT_WATER,
        "Salt on the window",
        "They still wait for who left by sea.");
  }

  static PersonaJudged persona() {
    return PersonaJudged.of(
        "owner", "Somebody who waits and knows it is over", "5b1c0a", SALT_WATER, true);
  }

  static ListeningRules rules() {
    return new ListeningRules(
        "owner",
        Optional.of("Europe/Lisbon,2025-03-01:Asia/Tokyo"),
        Optional.of(LocalTime.of(4, 0)),
        Optional.of(true),
        Optional.of(30),
        Optional.of(true),
        Optional.of(false),
        Optional.of(3),
        Optional.of(false));
  }

  static Moment moment() {
    return new Moment(
        "owner",
        DAY,
        "Walked to the harbour again.\n\nCould not sleep.",
        List.of(
            new SongPlays(SALT_WATER, 7, URI),
            new SongPlays(
                new Song("Night Bus", "Ana Moura"), 3, Optional.empty(), Optional.of(0))));
  }

  static TextEmbedded vectors() {
    return new TextEmbedded(
        "owner",
        DAY,
        "all-minilm-l6-v2-256",
        TextHash.of("foo"),
        List.of(
            new Passage(Grain.DAY, 0, 46, UnitVector.of(new float[] {0.6f, 0.8f})),
            new Passage(Grain.SENTENCE, 30, 46, UnitVector.of(new float[] {0, 1}))));
  }

  static SongEmbedded songVectors() {
    return new SongEmbedded(
        "owner",
        "5b1c0a",
        SongEmbedded.Part.LINES,
        "all-minilm-l6-v2-256-int8",
        TextHash.of("foo"),
        Optional.empty(),
        List.of(
            new SongEmbedded.Line(0, 19, EightBitVector.of(0.5f, new byte[] {2, 0})),
            new SongEmbedded.Line(20, 38, EightBitVector.of(0.25f, new byte[] {0, -4}))));
  }

  static ModelTrained model() {
    return new ModelTrained(
        "base",
        "all-minilm-l6-v2-256",
        "built-in",
        MORNING,
        Map.of("nDCG@10", 0.61, "days", 212.0),
        true,
        "It is the only model there is.",
        Kind.ENCODER,
        Optional.of("all-minilm-l6-v2-256"),
        Optional.of(MORNING),
        true,
        List.of(new Kept("all-minilm-l6-v2-256", "built-in", MORNING)));
  }

  static Feedback feedback() {
    return new Feedback(
        "owner",
        "7h2k9xqd-3",
        "Tired, but the good kind — wie nach dem Meer. 🌊",
        SALT_WATER,
        List.of(DAY),
        Verdict.TOOK_ME_BACK,
        MORNING,
        "base",
        "all-minilm-l6-v2-256");
  }

  static AccountKept account() {
    return new AccountKept(
        "haku",
        AccountKept.Role.MEMBER,
        Instant.parse("2026-11-23T08:00:00Z"),
        Instant.parse("2026-11-23T09:00:00Z"),
        List.of(
            new AccountKept.AccessToken(
                "7h2k9x",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Instant.parse("2026-11-23T08:00:00Z"),
                Instant.parse("2027-11-23T08:00:00Z"),
                Optional.of("owner"))),
        Optional.of(new AccountKept.Holder("https://home.example/realms/family", "4711")));
  }

  static Rejected rejected() {
    return new Rejected(
        "moments",
        "owner/2024-03-05",
        "not a readable Moment: field date is wrong",
        "eyJkYXRlIjoieWVzdGVyZGF5In0=");
  }

  static RejectedHandled handled() {
    return new RejectedHandled(
        "owner", "ingest-service-2-17", RejectedHandled.Outcome.REPLAYED, MORNING);
  }

  static Erasure erasure() {
    return Erasure.asked(
            "owner",
            "3f0c",
            new Erasure.Subject(Erasure.Kind.DAY, "2024-03-05", true),
            new Erasure.Scope(
                Set.of("9f86d081-1"), Set.of("9f86d081"), Set.of(LocalDate.parse("2024-03-05"))),
            MORNING)
        .confirmed(
            List.of(
                new Erasure.Step("ocr-service", "entries", 1, Optional.of("One stays."), MORNING)))
        .waiting("ingest-service cannot be reached just now.");
  }

  static OffLimits offLimits() {
    return new OffLimits(
        "owner",
        Set.of(LocalDate.parse("2024-03-05")),
        Set.of("Ana"),
        List.of(new Song("Salt Water", "The Harbour Lights")));
  }

  static TasteAgreed agreement() {
    return new TasteAgreed("owner", Instant.parse("2026-11-23T16:00:00Z"));
  }
}
