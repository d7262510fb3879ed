package io.ledgerline.report.vendor.vergeos.rest;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.surface.Surface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * How the clients of VergeOS say who they are and hear of failures: the key is the password of
 * {@code Basic}, a {@code Bearer} token, or stands behind a session's token; a failure is {@code
 * {"err": "…"}}, and a parameter that is not understood is 422.
 */
@Singleton
public class VergeOsSurface implements Surface {
  static final String TOKEN = "x-yottabyte-token";

  private static final String BASIC = "Basic ";
  private static final int UNPROCESSABLE = 422;

  @Override
  public boolean owns(String path) {
    return isAt(path, "/api/v4") || isAt(path, "/api/sys");
  }

  private static boolean isAt(String path, String root) {
    return path.startsWith(root)
        && (path.length() == root.length() || path.charAt(root.length()) == '/');
  }

  @Override
  public Optional<String> key(HttpServerRequest request) {
    String token = request.getHeader(TOKEN);
    if (token != null && !token.isBlank()) {
      return Optional.of(token);
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean basic =
        authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    return basic
        ? Optional.of(password(authorization.substring(BASIC.length())))
        : Optional.empty();
  }

  /** What stands behind the first colon; no key at all when there is none. */
  private static String password(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded.strip());
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "?";
    }
  }

  @Override
  public Answer answer(Problem problem) {
    Map<String, String> headers =
        problem.status() == ErrorCode.UNAUTHENTICATED.status()
            ? Map.of("WWW-Authenticate", "Basic realm=\"ledgerline\", charset=\"UTF-8\"")
            : Map.of();
    int status =
        problem.code().equals(ErrorCode.INVALID_REQUEST.code()) ? UNPROCESSABLE : problem.status();
    return new Answer(status, Map.of("err", problem.detail()), headers);
  }
}
