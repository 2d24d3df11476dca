package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.OffLimits;
import io.chihiro.events.Song;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Days, people and songs that somebody does not want to meet in any answer.
@Path("/api/v1/off-limits")
@RunOnVirtualThread
public class OffLimitsResource {
  private static final int MOST = 1000;
  private static final int LONGEST = 200;

  private final Answering answering;
  private final Caller caller;

  public OffLimitsResource(Answering answering, Caller caller) {
    this.answering = answering;
    this.caller = caller;
  }

  /// A song by its name.
  public record NamedSong(@Nullable String title, @Nullable String artist) {}

  /// All of it; what is absent is not off limits any more.
  ///
  /// @param people names; a day that names one is off limits
  public record Limits(
      @Nullable List<@Nullable String> days,
      @Nullable List<@Nullable String> people,
      @Nullable List<@Nullable NamedSong> songs) {}

  /// What is off limits now.
  public record LimitsView(List<String> days, List<String> people, List<Song> songs) {
    static LimitsView of(OffLimits limits) {
      return new LimitsView(
          limits.days().stream().sorted().map(LocalDate::toString).toList(),
          limits.people().stream().sorted().toList(),
          limits.songs());
    }
  }

  @GET
  public LimitsView limits() {
    return LimitsView.of(answering.offLimits().of(caller.user()));
  }

  /// Says what is off limits from now on.
  @PUT
  public LimitsView keep(Limits wanted) throws InterruptedException {
    OffLimits limits =
        new OffLimits(
            caller.user(),
            all("days", wanted.days(), OffLimitsResource::day).stream()
                .collect(Collectors.toUnmodifiableSet()),
            all("people", wanted.people(), OffLimitsResource::name).stream()
                .collect(Collectors.toUnmodifiableSet()),
            all("songs", wanted.songs(), OffLimitsResource::song).stream().distinct().toList());
    answering.offLimits().keep(limits);
    return LimitsView.of(limits);
  }

  private static <T, U> List<U> all(
      String what, @Nullable List<@Nullable T> told, Function<T, U> read) {
    List<@Nullable T> some = Objects.requireNonNullElse(told, List.of());
    if (some.size() > MOST || some.stream().anyMatch(Objects::isNull)) {
      throw RefusedException.wrongCall(
          "\"%s\" takes at most %,d, and none of them may be null.".formatted(what, MOST));
    }
    return some.stream().flatMap(each -> Optional.ofNullable(each).stream()).map(read).toList();
  }

  private static LocalDate day(String told) {
    try {
      return LocalDate.parse(told);
    } catch (DateTimeException e) {
      throw RefusedException.wrongCall("\"days\" are written as 2024-03-05.");
    }
  }

  private static String name(String told) {
    return text("people", told);
  }

  private static Song song(NamedSong told) {
    return new Song(text("title", told.title()), text("artist", told.artist()));
  }

  private static String text(String what, @Nullable String told) {
    return Optional.ofNullable(told)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .orElseThrow(
            () ->
                RefusedException.wrongCall(
                    "\"%s\" takes texts of 1 to %d characters.".formatted(what, LONGEST)));
  }
}
