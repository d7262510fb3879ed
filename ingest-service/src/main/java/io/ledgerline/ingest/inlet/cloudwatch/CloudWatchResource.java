package io.ledgerline.ingest.inlet.cloudwatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.ingest.inlet.ItemAnswer;
import io.ledgerline.ingest.inlet.quarantine.RefusedDelivery;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.audit.Unaudited;
import io.ledgerline.platform.objectstore.Sha256;
import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Bedrock's invocation log as CloudWatch and Firehose deliver it. */
@Path("/api/v1/inlets/bedrock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bedrock inlet", description = "Bedrock's invocation log from CloudWatch and Firehose")
public class CloudWatchResource {
  private static final Logger LOG = Logger.getLogger(CloudWatchResource.class);

  private static final String ENVELOPE =
      """
      {"messageType": "DATA_MESSAGE", "logGroup": "/bedrock/invocations",
       "logStream": "aws/bedrock/modelinvocations",
       "logEvents": [{"id": "1", "timestamp": 1716624000000, "message": "{...}"}]}""";

  /** An envelope unpacks to at most this; AWS sends at most 6 MB. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final CloudWatchInlet inlet;
  private final CurrentCaller caller;
  private final ObjectMapper json;
  private final Clock clock;

  CloudWatchResource(CloudWatchInlet inlet, CurrentCaller caller, ObjectMapper json, Clock clock) {
    this.inlet = inlet;
    this.caller = caller;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What Firehose wants to hear.
   *
   * @param requestId as it was sent
   * @param timestamp milliseconds since the epoch
   * @param errorMessage why it should be sent again; absent when it should not
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FirehoseAnswer(String requestId, long timestamp, String errorMessage) {}

  /** Takes an envelope. */
  @POST
  @Path("/cloudwatch")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  @Unaudited
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Record the invocations of a CloudWatch Logs subscription's message",
      description =
          "As JSON, gzipped, or as Lambda gets it: {\"awslogs\": {\"data\": base64 of gzip}}. One"
              + " result for each log event that is a record of an invocation; others are passed"
              + " over.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "an envelope", value = ENVELOPE)))
  @APIResponse(responseCode = "200", description = "One result per record")
  @APIResponse(responseCode = "400", description = "No envelope")
  public ItemAnswer cloudWatch(byte[] body) {
    Envelope envelope = Envelope.read(body, MOST_BYTES);
    CloudWatchInlet.Recorded recorded = inlet.record(caller.tenant(), List.of(envelope));
    return ItemAnswer.of(recorded.ids(), recorded.outcomes());
  }

  /** Takes a delivery of Firehose. */
  @POST
  @Path("/firehose")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  @Unaudited
  @RolesAllowed(Roles.INGEST)
  @Operation(
      summary = "Take a delivery of Amazon Data Firehose",
      description =
          "The key is Firehose's access key. Records hold envelopes of CloudWatch Logs, or records"
              + " of invocations as they are. What cannot be recorded lies in the quarantine by its"
              + " place; it is no reason for Firehose to send it all again.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples =
                  @ExampleObject(
                      name = "a delivery",
                      value =
                          "{\"requestId\": \"ed4acda5\", \"timestamp\": 1716624000000,"
                              + " \"records\": [{\"data\": \"H4sI...\"}]}")))
  @APIResponse(responseCode = "200", description = "Taken")
  @APIResponse(responseCode = "400", description = "No delivery")
  public FirehoseAnswer firehose(byte[] body) {
    JsonNode delivery = delivery(body);
    String requestId = delivery.path("requestId").textValue();
    List<Envelope> envelopes = new ArrayList<>();
    List<RefusedDelivery> broken = new ArrayList<>();
    int place = 0;
    for (JsonNode one : delivery.get("records")) {
      place++;
      String data = one.path("data").asText();
      try {
        envelopes.add(envelope(Envelope.decoded(data)));
      } catch (InvalidValueException e) {
        String digest = Sha256.of(data.getBytes(StandardCharsets.UTF_8));
        broken.add(new RefusedDelivery(null, requestId, place, digest, Reason.of(e)));
        LOG.warnf("Record %d of Firehose's delivery %s: %s", place, requestId, e.code());
      }
    }
    CloudWatchInlet.Recorded recorded =
        inlet.deliver(caller.tenant(), requestId, envelopes, broken);
    for (int i = 0; i < recorded.ids().size(); i++) {
      Outcome outcome = recorded.outcomes().get(i);
      if (outcome.reason() != null) {
        LOG.warnf(
            "Log event %s of Firehose's delivery %s was not recorded: %s at '%s'",
            recorded.ids().get(i), requestId, outcome.reason().code(), outcome.reason().field());
      }
    }
    return new FirehoseAnswer(requestId, clock.millis(), null);
  }

  private static Envelope envelope(byte[] data) {
    byte[] plain = Envelope.unpacked(data, MOST_BYTES);
    String text = new String(plain, StandardCharsets.UTF_8);
    return text.contains("\"messageType\"") || text.contains("\"awslogs\"")
        ? Envelope.read(plain, MOST_BYTES)
        : new Envelope(
            null, null, text.lines().map(line -> new Envelope.LogEvent(null, line)).toList());
  }

  private JsonNode delivery(byte[] body) {
    try {
      JsonNode delivery = json.readTree(Envelope.unpacked(body, MOST_BYTES));
      if (delivery.path("requestId").isTextual() && delivery.path("records").isArray()) {
        return delivery;
      }
    } catch (IOException e) {
      throw InvalidRequest.field("", "malformed-json", "The delivery is not JSON.");
    }
    throw InvalidRequest.field(
        "records", "missing", "A delivery has a 'requestId' and an array 'records'.");
  }
}
