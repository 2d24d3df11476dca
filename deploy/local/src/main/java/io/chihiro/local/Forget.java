package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// `forget`: an entry, a notebook, a day or everything, for good. Prints the receipt.
final class Forget implements Command {
  private static final String USAGE =
      """
      ./chihiro forget entry ID
      ./chihiro forget notebook FOLDER     the pages in it and what was read from them
      ./chihiro forget day 2024-03-05      what was written and played on it
      ./chihiro forget everything          all there is of you, and the key that opens it
      ./chihiro forget receipts            what was forgotten
        --originals   also the files that you put into the watched folder yourself
        --yes         without asking again""";
  private static final String ERASURES = "/api/v1/erasures";
  private static final Set<String> NAMED = Set.of("entry", "notebook", "day");

  @Override
  public int run(Context context, List<String> arguments) throws InterruptedException {
    List<String> words = arguments.stream().filter(word -> !word.startsWith("--")).toList();
    if (words.isEmpty()) {
      throw new TroubleException(USAGE);
    }
    try (FrontDoor door = context.frontDoor()) {
      if (words.equals(List.of("receipts"))) {
        receipts(context, door);
        return 0;
      }
      ObjectNode wish = wish(words, arguments.contains("--originals"));
      if (!arguments.contains("--yes")) {
        ask(door, wish);
      }
      JsonNode begun = FrontDoor.fine(door.post(ERASURES, wish));
      Receipt.await(door, ERASURES + "/" + begun.path("id").asText()).print(context);
    }
    return 0;
  }

  private static ObjectNode wish(List<String> words, boolean originals) {
    ObjectNode wish = FrontDoor.JSON.createObjectNode().put("originals", originals);
    if (words.equals(List.of("everything"))) {
      return wish.put("what", "everything").put("confirm", "owner");
    }
    if (words.size() != 2 || !NAMED.contains(words.getFirst())) {
      throw new TroubleException(USAGE);
    }
    return wish.put("what", words.getFirst()).put("name", words.getLast());
  }

  private static void ask(FrontDoor door, ObjectNode wish) throws InterruptedException {
    JsonNode preview = FrontDoor.fine(door.post(ERASURES + "/preview", wish));
    Question.mustAgree(
        "This goes for good, with all that belongs to it: entries %d, pages %d, days %d."
            .formatted(
                preview.path("entries").asInt(),
                preview.path("pages").asInt(),
                preview.path("days").asInt()));
  }

  private static void receipts(Context context, FrontDoor door) throws InterruptedException {
    for (JsonNode each : door.get(ERASURES).path("erasures")) {
      new Receipt(each).print(context);
    }
  }
}
