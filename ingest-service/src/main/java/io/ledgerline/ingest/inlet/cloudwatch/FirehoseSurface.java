package io.ledgerline.ingest.inlet.cloudwatch;

import io.ledgerline.platform.problem.Problem;
import io.ledgerline.platform.problem.surface.Surface;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** How Firehose says who it is, and hears what went wrong. */
@Singleton
class FirehoseSurface implements Surface {
  private static final String PATH = "/api/v1/inlets/bedrock/firehose";
  private static final String KEY = "X-Amz-Firehose-Access-Key";

  private final Clock clock;

  FirehoseSurface(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH);
  }

  @Override
  public Optional<String> key(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(KEY));
  }

  @Override
  public Answer answer(Problem problem) {
    return new Answer(
        problem.status(),
        new CloudWatchResource.FirehoseAnswer(null, clock.millis(), problem.detail()));
  }
}
