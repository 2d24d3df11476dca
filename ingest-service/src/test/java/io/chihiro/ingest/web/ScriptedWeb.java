package io.chihiro.ingest.web;

import io.chihiro.ingest.web.Reply.Answered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Recorded answers, handed out in order, and what was asked for them.
public final class ScriptedWeb implements Web {
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Ask> asked = new ArrayList<>();

  /// The next answer.
  public ScriptedWeb then(int status, String body) {
    return then(new Answered(status, Map.of(), body));
  }

  /// The next reply.
  public ScriptedWeb then(Reply reply) {
    replies.add(reply);
    return this;
  }

  /// Every call so far.
  public List<Ask> asked() {
    return asked;
  }

  @Override
  public Reply ask(Ask ask) {
    asked.add(ask);
    return replies.removeFirst();
  }
}
