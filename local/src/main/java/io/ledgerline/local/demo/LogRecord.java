package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A request of the trace as a Bedrock invocation-log record. */
final class LogRecord {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String JSON_TYPE = "application/json";

  private LogRecord() {}

  /** The same request always has the same id, so that a second delivery is recognised. */
  static UUID requestId(TraceRequest request) {
    String name = "azure-llm-2023/code/" + request.row();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One line, without its end.
   *
   * @param bodyPath where the request's body lies, or null for a body in the record
   */
  static String line(TraceRequest request, AssignmentRule.Assigned assigned, String bodyPath) {
    ObjectNode record = JSON.createObjectNode();
    record.put("schemaType", "ModelInvocationLog");
    record.put("schemaVersion", "1.0");
    record.put("timestamp", request.at().toString());
    record.put("accountId", assigned.account());
    record.put("region", assigned.region());
    record.put("requestId", requestId(request).toString());
    record.put("operation", "InvokeModel");
    record.put("modelId", assigned.model().id());
    record.putObject("identity").put("arn", assigned.principal());
    ObjectNode input = record.putObject("input");
    input.put("inputContentType", JSON_TYPE);
    if (bodyPath == null) {
      input.putObject("inputBodyJson").put("prompt", "(the data set has no prompts)");
    } else {
      input.put("inputBodyS3Path", bodyPath);
    }
    input.put("inputTokenCount", request.contextTokens());
    ObjectNode output = record.putObject("output");
    output.put("outputContentType", JSON_TYPE);
    output.putObject("outputBodyJson").put("completion", "(the data set has no answers)");
    output.put("outputTokenCount", request.generatedTokens());
    return record.toString();
  }
}
