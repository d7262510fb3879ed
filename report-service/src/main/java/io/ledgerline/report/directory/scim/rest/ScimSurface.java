package io.ledgerline.report.directory.scim.rest;

import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.surface.Surface;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** The paths of SCIM, whose errors have a shape of their own. */
@Singleton
public class ScimSurface implements Surface {
  /** Where all of SCIM lies. */
  static final String PATH = "/scim/v2";

  /** The media type of all answers. */
  static final String MEDIA_TYPE = "application/scim+json";

  /** The extension of a problem that holds the standard's name of the fault. */
  static final String SCIM_TYPE = "scimType";

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  @Override
  public boolean owns(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  @Override
  public Answer answer(Problem problem) {
    Object told = problem.extensions().get(SCIM_TYPE);
    String type = told == null ? usual(problem) : told.toString();
    return new Answer(
        problem.status(),
        ScimError.of(problem.status(), type, problem.detail()),
        Map.of(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE));
  }

  private static String usual(Problem problem) {
    return switch (problem.status()) {
      case BAD_REQUEST ->
          problem.code().equals("malformed-json") ? "invalidSyntax" : "invalidValue";
      case CONFLICT -> "uniqueness";
      default -> null;
    };
  }
}
