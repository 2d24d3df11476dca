package io.chihiro.door;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What a caller did wrong, or what is broken, as RFC 9457 problem JSON.
///
/// @param type always `about:blank`: the status says the kind, the detail says the rest
/// @param title a few words
/// @param status the HTTP status
/// @param detail a sentence a person understands
public record Problem(String type, String title, int status, String detail) {
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /// The response that carries such a problem.
  public static Response response(int status, String title, String detail) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(new Problem("about:blank", title, status, detail))
        .build();
  }
}
