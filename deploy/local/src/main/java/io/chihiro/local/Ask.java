package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `ask`: songs for a mood, with the days that prove it.
final class Ask implements Command {
  /// What is asked.
  private record Question(String mood, boolean json, int limit) {}

  private static final int DEFAULT_LIMIT = 5;

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    Question question = question(arguments);
    try (FrontDoor door = context.frontDoor()) {
      JsonNode answer = answer(door, question.mood(), question.limit());
      context.say(question.json() ? answer.toPrettyString() : AnswerText.of(answer));
    }
    return 0;
  }

  static JsonNode answer(FrontDoor door, String mood, int limit) throws InterruptedException {
    ObjectNode body = FrontDoor.JSON.createObjectNode().put("mood", mood).put("limit", limit);
    return FrontDoor.fine(door.post("/api/v1/recommendations", body));
  }

  private static Question question(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    boolean json = words.remove("--json");
    int limit = DEFAULT_LIMIT;
    int option = words.indexOf("--limit");
    if (option >= 0 && option + 1 < words.size()) {
      limit = number(words.remove(option + 1));
      words.remove(option);
    }
    if (words.isEmpty()) {
      throw new TroubleException("Say how you feel: ./chihiro ask \"mood\" [--json] [--limit n]");
    }
    return new Question(String.join(" ", words), json, limit);
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new TroubleException("--limit wants a number, not '" + word + "'", e);
    }
  }
}
