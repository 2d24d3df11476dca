package io.chihiro.door;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Refuses a call that must say something and says nothing, or `null`, or far too much: no resource
/// has to ask.
@Provider
public class BodyRequired implements ReaderInterceptor {
  private final BodyLimit limit;

  public BodyRequired(BodyLimit limit) {
    this.limit = limit;
  }

  /// What the body says.
  ///
  /// @throws RefusedException if that is nothing, or too long
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    MediaType type = body.getMediaType();
    if (type != null && type.getSubtype().endsWith("json")) {
      body.setInputStream(limit.bounded(body.getInputStream()));
    }
    @Nullable Object read = body.proceed();
    if (read == null) {
      throw RefusedException.wrongCall("The body is missing.");
    }
    return read;
  }
}
