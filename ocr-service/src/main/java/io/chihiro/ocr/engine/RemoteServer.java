package io.chihiro.ocr.engine;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The line to a server: one question, one answer, neither later nor longer than allowed. No
/// sentence made here quotes the answer: it may hold the page.
///
/// @param title how sentences speak of the server
/// @param timeout from asking to the last byte of the answer
record RemoteServer(HttpClient client, String title, Duration timeout) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final long ANSWER_BYTES = 4L * 1024 * 1024;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final long LONGEST_WAIT_SECONDS = Duration.ofDays(1).toSeconds();

  /// A client that never follows a redirection: a page goes to the server named and nowhere else.
  static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /// @param meaning what the body of a good answer means
  Answer ask(HttpRequest question, Function<String, Answer> meaning) throws InterruptedException {
    var whole =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), ANSWER_BYTES);
    var exchange = client.sendAsync(question, whole);
    try {
      // the request's own timeout ends with the headers; a body may trickle for ever
      var answer = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() == OK ? meaning.apply(answer.body()) : refusal(answer);
    } catch (TimeoutException late) {
      return new Answer.Broken(
          new Reading.TimedOut(
              "%s did not answer within %s seconds."
                  .formatted(title, timeout.toMillis() / 1000.0)));
    } catch (ExecutionException broken) {
      return new Answer.Broken(unreachable(broken));
    } finally {
      exchange.cancel(true);
    }
  }

  private Answer refusal(HttpResponse<String> answer) {
    var status = answer.statusCode();
    var reading = new Reading.Failed("%s answered with status %d.".formatted(title, status));
    return status == TOO_MANY || status >= SERVER_ERRORS
        ? new Answer.Busy(reading, wait(answer))
        : new Answer.Broken(reading);
  }

  /// `Retry-After` in seconds; a date in it is passed over, because clocks differ.
  private static Optional<Duration> wait(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .map(String::strip)
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Math.min(Long.parseLong(seconds), LONGEST_WAIT_SECONDS))
        .map(Duration::ofSeconds);
  }

  /// The fault's own message is left out: it may quote what was sent.
  private Reading unreachable(ExecutionException broken) {
    if (broken.getCause() instanceof HttpTimeoutException) {
      return new Reading.TimedOut(title + " could not be reached in time.");
    }
    var fault =
        broken.getCause() instanceof ConnectException ? "nobody answers there" : "the line broke";
    return new Reading.Failed(title + " could not be asked: " + fault + ".");
  }
}
