package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
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

  @Override
  public Reading take(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    var known = kept.find(page.user(), page.photo(), engine.name(), engine.version());
    if (known.isPresent()) {
      return known.get().reading();
    }
    if (!engine.sends()) {
      return ask(page);
    }
    if (!chosen.switchedOn().contains(engine.name())) {
      return new Reading.NotAsked("It would send pages away and is not switched on.");
    }
    return page.isPrivate().getAsBoolean() ? staysHere() : askUnderTheCap(page);
  }

  private Reading askUnderTheCap(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    if (!allowance.take(page.user(), chosen.monthlyPages())) {
      return new Reading.NotAsked(
          "This month's cap of %d pages sent away is reached.".formatted(chosen.monthlyPages()));
    }
    try {
      return ask(page);
    } finally {
      allowance.giveBack(page.user());
    }
  }

  private Reading ask(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    kept.requireRoom(page.user());
    var jpeg = page.image().look(picture -> SentPage.jpeg(picture.image()));
    page.image().letGo();
    var answer = guard.ask(() -> askUnlessPrivate(page, jpeg));
    if (answer instanceof Answer.Given given) {
      keep(page, given);
    }
    return answer.reading();
  }

  /// It may have been marked private while it waited.
  private Answer askUnlessPrivate(PageToRead page, byte[] jpeg) throws InterruptedException {
    return engine.sends() && page.isPrivate().getAsBoolean()
        ? new Answer.Broken(staysHere())
        : engine.ask(jpeg);
  }

  private static Reading staysHere() {
    return new Reading.NotAsked("The page is private and stays on this machine.");
  }

  private void keep(PageToRead page, Answer.Given given) {
    var answer =
        new KeptAnswer(
            page.photo(),
            engine.name(),
            engine.version(),
            engine.sends(),
            given.reading(),
            given.usage());
    try {
      kept.keep(page.user(), answer);
    } catch (IOException e) {
      // the answer is in hand: to ask again until the disk has room would be paid again each time
      LOG.errorf(
          "the answer about page %s cannot be kept: %s",
          page.photo(), e.getClass().getSimpleName());
    }
  }
}
