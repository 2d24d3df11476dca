package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.local.FrontDoor.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// `user`: who may come in beside the owner of this machine.
///
/// A token is printed once and kept by nobody but its holder.
final class User implements Command {
  private static final String USAGE =
      """
      ./chihiro user add NAME [--role member|owner] [--days n]
      ./chihiro user list
      ./chihiro user token NAME [--days n]    a token for somebody who has none that is good
      ./chihiro user revoke NAME [ID]         one token, or all of them and every session
      ./chihiro user remove NAME [--yes]      the account and all there is of them, with a receipt""";
  private static final String USERS = "/api/v1/users";

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    if (arguments.isEmpty()) {
      throw new TroubleException(USAGE);
    }
    Words words = Words.of(arguments.subList(1, arguments.size()));
    try (FrontDoor door = context.frontDoor()) {
      switch (arguments.getFirst()) {
        case "list" -> list(context, door);
        case "add" -> add(context, door, words);
        case "token" -> token(context, door, words);
        case "revoke" -> revoke(context, door, words);
        case "remove" -> remove(context, door, words);
        default -> throw new TroubleException(USAGE);
      }
    }
    return 0;
  }

  private static void list(Context context, FrontDoor door) throws InterruptedException {
    Table table = new Table("name", "role", "since", "tokens");
    for (JsonNode user : door.get(USERS).path("users")) {
      table.row(
          user.path("name").asText(),
          user.path("role").asText(),
          user.path("createdAt").asText(),
          tokens(user.path("tokens")));
    }
    context.out().print(table);
  }

  private static String tokens(JsonNode tokens) {
    StringBuilder told = new StringBuilder();
    for (JsonNode token : tokens) {
      told.append(told.isEmpty() ? "" : ", ")
          .append(token.path("id").asText())
          .append(" until ")
          .append(token.path("expiresAt").asText(), 0, "2026-01-01".length());
    }
    return told.toString();
  }

  private static void add(Context context, FrontDoor door, Words words)
      throws InterruptedException {
    ObjectNode wish = FrontDoor.JSON.createObjectNode().put("name", words.name());
    words.option("--role").ifPresent(role -> wish.put("role", role));
    words.days().ifPresent(days -> wish.put("days", days));
    show(context, door.post(USERS, wish));
  }

  private static void token(Context context, FrontDoor door, Words words)
      throws InterruptedException {
    ObjectNode wish = FrontDoor.JSON.createObjectNode();
    words.days().ifPresent(days -> wish.put("days", days));
    show(context, door.post(USERS + "/" + words.name() + "/tokens", wish));
  }

  private static void show(Context context, Reply reply) {
    JsonNode shown = FrontDoor.fine(reply);
    context.say(
        "The token of %s, good until %s. It is shown this once:"
            .formatted(shown.path("user").asText(), shown.path("expiresAt").asText()));
    context.say(shown.path("token").asText());
  }

  private static void revoke(Context context, FrontDoor door, Words words)
      throws InterruptedException {
    String all = USERS + "/" + words.name() + "/tokens";
    JsonNode _ = FrontDoor.fine(door.delete(words.second().map(id -> all + "/" + id).orElse(all)));
    context.say(
        words.second().isPresent()
            ? "That token lets nobody in any more."
            : "No token of %s lets anybody in any more, and no session.".formatted(words.name()));
  }

  private static void remove(Context context, FrontDoor door, Words words)
      throws InterruptedException {
    if (!words.all().contains("--yes")) {
      Question.mustAgree("All there is of %s goes for good.".formatted(words.name()));
    }
    JsonNode begun = FrontDoor.fine(door.delete(USERS + "/" + words.name()));
    context.say("There is no account of %s any more.".formatted(words.name()));
    String receipt =
        "/api/v1/erasures/%s?user=%s".formatted(begun.path("id").asText(), words.name());
    Receipt.await(door, receipt).print(context);
  }

  /// What stands behind the command.
  private record Words(List<String> plain, List<String> all) {
    static Words of(List<String> all) {
      List<String> plain =
          IntStream.range(0, all.size())
              .filter(i -> !all.get(i).startsWith("--"))
              .filter(i -> i == 0 || !all.get(i - 1).startsWith("--"))
              .mapToObj(all::get)
              .toList();
      return new Words(plain, all);
    }

    String name() {
      return plain.stream().findFirst().orElseThrow(() -> new TroubleException(USAGE));
    }

    Optional<String> second() {
      return plain.stream().skip(1).findFirst();
    }

    Optional<String> option(String name) {
      int at = all.indexOf(name);
      if (at < 0) {
        return Optional.empty();
      }
      if (at + 1 == all.size()) {
        throw new TroubleException(name + " needs a value.");
      }
      return Optional.of(all.get(at + 1));
    }

    Optional<Integer> days() {
      return option("--days").map(Words::number);
    }

    private static int number(String days) {
      if (!days.matches("[0-9]{1,5}")) {
        throw new TroubleException("--days takes a number.");
      }
      return Integer.parseInt(days);
    }
  }
}
