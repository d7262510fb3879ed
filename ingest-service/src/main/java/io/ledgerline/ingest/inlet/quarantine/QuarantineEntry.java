package io.ledgerline.ingest.inlet.quarantine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pointer to what was refused.
 *
 * @param id its number
 * @param location the inlet's location; {@code firehose} for what Firehose delivered
 * @param bucket where the object is; of a delivery the log group, absent when it named none
 * @param key which object; of a delivery the log stream and the event's id, or the request's id
 * @param line from 1; 0 when it is the object as a whole; of a delivery the place in it
 * @param digest SHA-256 of the line's bytes, hex; absent for an object as a whole
 * @param reason why it was refused the last time
 * @param state OPEN or RESOLVED
 * @param replays how often it was tried again
 * @param quarantinedAt when it was first refused
 * @param replayedAt when it was tried again last; absent when it never was
 * @param objectId the object's number; null when it was delivered and lies in none
 * @param tenant whose usage it would be
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarantineEntry(
    long id,
    @Schema(examples = "bedrock") String location,
    @Schema(examples = "log-bucket") String bucket,
    String key,
    long line,
    String digest,
    Reason reason,
    @Schema(enumeration = {"OPEN", "RESOLVED"}) String state,
    int replays,
    Instant quarantinedAt,
    Instant replayedAt,
    @JsonIgnore Long objectId,
    @JsonIgnore TenantId tenant) {
  /** Whether it is the object as a whole. */
  @JsonIgnore
  public boolean isWholeObject() {
    return line == 0;
  }

  /** Whether it lies in an object, where it can be read again. */
  @JsonIgnore
  public boolean isInObject() {
    return objectId != null;
  }

  /** Where the object is. */
  public ObjectAddress address() {
    return new ObjectAddress(bucket, key);
  }
}
