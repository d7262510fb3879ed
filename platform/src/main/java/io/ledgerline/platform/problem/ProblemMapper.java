package io.ledgerline.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one mapper of Quarkus REST: every failure of a resource becomes a problem document. */
public class ProblemMapper {
  private final ProblemWriter writer;

  ProblemMapper(ProblemWriter writer) {
    this.writer = writer;
  }

  /**
   * Answers a failure. The types named beside Throwable are those that Quarkus has mappers of its
   * own for.
   */
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    MismatchedInputException.class,
    ValidationException.class,
    UnauthorizedException.class,
    ForbiddenException.class,
    AuthenticationFailedException.class
  })
  public Response problem(Throwable failure, UriInfo uri) {
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    Response answer = writer.response(failure, uri.getPath());
    if (failure instanceof WebApplicationException web
        && web.getResponse().getHeaderString("Allow") != null) {
      return Response.fromResponse(answer)
          .header("Allow", web.getResponse().getHeaderString("Allow"))
          .build();
    }
    return answer;
  }
}
