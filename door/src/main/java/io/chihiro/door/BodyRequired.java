package io.chihiro.door;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Refuses a call that must say something and says nothing, or `null`: no resource has to ask.
@Provider
public class BodyRequired implements ReaderInterceptor {
  /// What the body says.
  ///
  /// @throws RefusedException if that is nothing
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    @Nullable Object read = body.proceed();
    if (read == null) {
      throw RefusedException.wrongCall("The body is missing.");
    }
    return read;
  }
}
