package io.chihiro.events;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;

/// Bytes that are not the record they should be. The message never holds the content.
public final class UnreadableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  UnreadableRecordException(String type, IOException cause) {
    this(type, problem(cause));
  }

  UnreadableRecordException(String type, String why) {
    super("not a readable " + type + ": " + why);
    this.problem = "not a readable " + type + ": " + why;
  }

  /// What is wrong, as a sentence without the content.
  public String problem() {
    return problem;
  }

  // Jackson's own messages quote the input, and the input is somebody's diary.
  private static String problem(IOException cause) {
    if (!(cause instanceof JsonMappingException mapping)) {
      return "broken JSON";
    }
    String path =
        mapping.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "a field is missing or wrong" : "field " + path + " is wrong";
  }
}
