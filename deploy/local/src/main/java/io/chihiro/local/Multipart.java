package io.chihiro.local;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Files as one multipart/form-data body (RFC 7578) that is read from the disk while it is sent.
record Multipart(String boundary, BodyPublisher publisher) {
  static Multipart of(List<Path> files) throws IOException {
    String boundary = "chihiro-" + UUID.randomUUID();
    List<BodyPublisher> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(text(head(boundary, file.getFileName().toString())));
      parts.add(BodyPublishers.ofFile(file));
      parts.add(text("\r\n"));
    }
    parts.add(text("--" + boundary + "--\r\n"));
    return new Multipart(boundary, BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  static String head(String boundary, String name) {
    return """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
        .formatted(boundary, escaped(name));
  }

  /// As browsers do it: what would end the name is percent-encoded.
  private static String escaped(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
