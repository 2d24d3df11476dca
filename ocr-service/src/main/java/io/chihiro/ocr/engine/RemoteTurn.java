package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The turn of an engine that is asked over a line: what it once answered is not asked again, what
/// must stay on this machine stays, and every answer is on the disk before anything else happens.
record RemoteTurn(
    RemoteEngine engine, Guard guard, KeptAnswers kept, Allowance allowance, EnginesChosen chosen)
    implements Turn {
  private static final Logger LOG = Logger.getLogger(RemoteTurn.class);

  @Override
  public String name() {
    return engine.name();
  }

  /// Asks, if it may be asked at all.
  private interface Question {
    Answer ask() throws IOException, UnusablePhotoException, InterruptedException;
  }

  @Override
  public Reading take(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    var known = kept.find(page.user(), page.photo(), engine.name(), engine.version());
    if (known.isPresent()) {
      return known.get().reading();
    }
    var answer = permitted(page, () -> askForPage(page));
    keep(page, engine.version(), true, answer);
    return answer.reading();
  }

  /// The day on which a text was written, if the engine can tell.
  ///
  /// @param text of this page, as the engine read it
  Optional<LocalDate> day(PageToRead page, String text)
      throws IOException, UnusablePhotoException, InterruptedException {
    var known = kept.find(page.user(), page.photo(), engine.name(), engine.dayVersion());
    if (known.isPresent()) {
      return day(known.get().reading());
    }
    var answer = permitted(page, () -> guard.ask(() -> askForDay(page, text)));
    keep(page, engine.dayVersion(), false, answer);
    return day(answer.reading());
  }

  private static Optional<LocalDate> day(Reading reading) {
    return reading instanceof Reading.Text(_, _, var dates)
        ? dates.stream().findFirst()
        : Optional.empty();
  }

  private Answer permitted(PageToRead page, Question question)
      throws IOException, UnusablePhotoException, InterruptedException {
    if (!engine.sends()) {
      return question.ask();
    }
    if (!chosen.switchedOn().contains(engine.name())) {
      return notAsked("It would send pages away and is not switched on.");
    }
    var here = here(page);
    return here.isPresent() ? here.get() : underTheCap(page, question);
  }

  private Answer underTheCap(PageToRead page, Question question)
      throws IOException, UnusablePhotoException, InterruptedException {
    if (!allowance.take(page.user(), chosen.monthlyPages())) {
      return notAsked(
          "This month's cap of %d pages sent away is reached.".formatted(chosen.monthlyPages()));
    }
    try {
      return question.ask();
    } finally {
      allowance.giveBack(page.user());
    }
  }

  private Answer askForPage(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    kept.requireRoom(page.user());
    var jpeg = page.image().look(picture -> SentPage.jpeg(picture.image()));
    page.image().letGo();
    return guard.ask(
        () -> {
          var here = here(page);
          return here.isPresent() ? here.get() : engine.ask(jpeg);
        });
  }

  private Answer askForDay(PageToRead page, String text) throws InterruptedException {
    var here = here(page);
    return here.isPresent() ? here.get() : engine.askDay(text);
  }

  /// That the page stays here: it may have been marked private while it waited.
  private Optional<Answer> here(PageToRead page) {
    return engine.sends() && page.isPrivate().getAsBoolean()
        ? Optional.of(notAsked("The page is private and stays on this machine."))
        : Optional.empty();
  }

  private static Answer notAsked(String why) {
    return new Answer.Broken(new Reading.NotAsked(why));
  }

  private void keep(PageToRead page, String version, boolean isPage, Answer answer) {
    if (!(answer instanceof Answer.Given(var reading, var usage))) {
      return;
    }
    var worthKeeping =
        new KeptAnswer(
            page.photo(), engine.name(), version, engine.sends(), isPage, reading, usage);
    try {
      kept.keep(page.user(), worthKeeping);
    } catch (IOException e) {
      // the answer is in hand: to ask again until the disk has room would be paid again each time
      LOG.errorf(
          "the answer about page %s cannot be kept: %s",
          page.photo(), e.getClass().getSimpleName());
    }
  }
}
