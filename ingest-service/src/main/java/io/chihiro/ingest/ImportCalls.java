package io.chihiro.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.chihiro.door.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What is the same of every kind of import: files that are taken on, the mapping of a table's
/// columns beside them, and the one that is asked for.
final class ImportCalls {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private ImportCalls() {}

  /// Takes on one uploaded file.
  interface Taking<I> {
    I take(FileUpload file) throws IOException;
  }

  /// Takes on every file that was sent.
  ///
  /// @return the imports, as many as there are files
  static <I> List<I> take(List<FileUpload> files, Taking<I> taking) throws IOException {
    if (files.isEmpty()) {
      throw RefusedException.wrongCall(
          "No file was sent: send one or more as multipart/form-data.");
    }
    List<I> imports = new ArrayList<>();
    for (FileUpload file : files) {
      imports.add(taking.take(file));
    }
    return imports;
  }

  /// Which columns hold what, if that was sent.
  ///
  /// @param otherwise goes on after `The mapping is not one: `
  static <M> Optional<M> mapping(@Nullable String json, Class<M> type, String otherwise) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw RefusedException.wrongCall("The mapping is not one: " + otherwise);
    }
  }

  /// The import with this id.
  static <I extends Upload> I one(List<I> own, String id) {
    return own.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> RefusedException.notFound("There is no import with this id."));
  }
}
