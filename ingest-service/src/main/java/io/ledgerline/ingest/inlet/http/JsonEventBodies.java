package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.ingest.ledger.EventBodies;
import io.ledgerline.platform.problem.JsonFaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Events in full, as they are sent to {@code POST /api/v1/events}. */
@ApplicationScoped
class JsonEventBodies implements EventBodies {
  @Override
  public List<Body> read(byte[] json) {
    try {
      return BodyReader.read(json, new Vocabulary()).events().stream()
          .map(e -> new Body(e.source(), e.id(), e.event(), e.fault()))
          .toList();
    } catch (JsonProcessingException e) {
      throw JsonFaults.explain(e);
    }
  }
}
