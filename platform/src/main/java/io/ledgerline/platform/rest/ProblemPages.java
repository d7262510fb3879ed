package io.ledgerline.platform.rest;

import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.NotFound;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages that a problem's {@code type} leads to: what a code means and what to do about it. */
@Path("/problems")
@Authenticated
@ShowsNoUsage
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "problems", description = "What an error code means and what to do about it")
public class ProblemPages {

  /**
   * One code explained.
   *
   * @param code stable code
   * @param status HTTP status that goes with it
   * @param title the problem's title
   * @param explanation what it means
   * @param fix what a caller can do
   */
  public record ErrorPage(String code, int status, String title, String explanation, String fix) {
    static ErrorPage of(ErrorCode code) {
      return new ErrorPage(
          code.code(), code.status(), code.title(), code.explanation(), code.fix());
    }
  }

  /** Lists all codes. */
  @GET
  @Operation(summary = "List every error code")
  public List<ErrorPage> all() {
    return Arrays.stream(ErrorCode.values()).map(ErrorPage::of).toList();
  }

  /** Explains one code; 404 when there is no such code. */
  @GET
  @Path("/{code}")
  @Operation(summary = "Explain one error code")
  public ErrorPage one(@PathParam("code") String code) {
    return ErrorCode.of(code).map(ErrorPage::of).orElseThrow(() -> NotFound.of("error code", code));
  }
}
