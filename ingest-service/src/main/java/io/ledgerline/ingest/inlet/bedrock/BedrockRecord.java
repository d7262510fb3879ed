package io.ledgerline.ingest.inlet.bedrock;

import java.util.Map;
import java.util.Objects;

/**
 * One record of the model invocation log, as far as usage goes. Texts are null when absent; nothing
 * is judged yet.
 *
 * @param timestamp when the call was made
 * @param accountId who owns the call
 * @param region where it was made
 * @param requestId the call's own id
 * @param operation Converse, InvokeModel and the like
 * @param modelId id or ARN of a model or inference profile
 * @param identityArn who called
 * @param errorCode why it failed; null when it did not
 * @param inferenceRegion where a cross-region profile computed it
 * @param requestMetadata names and values that the caller set
 * @param counts what was counted
 * @param inputBodyPath where a large or binary request body lies; null when it is inline
 * @param image what an inline body says about images
 * @param ignored how many fields nobody here knows
 */
public record BedrockRecord(
    String timestamp,
    String accountId,
    String region,
    String requestId,
    String operation,
    String modelId,
    String identityArn,
    String errorCode,
    String inferenceRegion,
    Map<String, String> requestMetadata,
    TokenCounts counts,
    String inputBodyPath,
    ImageRequest image,
    int ignored) {
  /** Checks what the reader always gives. */
  public BedrockRecord {
    requestMetadata = Map.copyOf(requestMetadata);
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(image, "image");
  }
}
