package io.chihiro.door;

/// A call that cannot be served as it stands: the message is the sentence the caller reads.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String detail;

  private RefusedException(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /// 400: the call itself is wrong.
  public static RefusedException wrongCall(String detail) {
    return new RefusedException(400, "This call is wrong", detail);
  }

  /// 403: the caller may not do that.
  public static RefusedException forbidden(String detail) {
    return new RefusedException(403, "Not for you", detail);
  }

  /// 404: no such thing, or not the caller's.
  public static RefusedException notFound(String detail) {
    return new RefusedException(404, "No such thing", detail);
  }

  /// 409: it does not fit what is there now.
  public static RefusedException conflict(String detail) {
    return new RefusedException(409, "This does not fit what is there", detail);
  }

  /// 413: larger than the limit.
  public static RefusedException tooLarge(String detail) {
    return new RefusedException(413, "Too large", detail);
  }

  /// 422: well formed, but it cannot be taken in.
  public static RefusedException unusable(String detail) {
    return new RefusedException(422, "This cannot be taken in", detail);
  }

  /// 503: try again soon.
  public static RefusedException notNow(String detail) {
    return new RefusedException(503, "Not now", detail);
  }

  public int status() {
    return status;
  }

  /// The sentence the caller reads.
  public String detail() {
    return detail;
  }

  public String title() {
    return title;
  }
}
