package io.ledgerline.ingest.inlet.quarantine;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param location the inlet's location
 * @param bucket where the object is
 * @param key which object
 * @param line from 1; 0 when it is the object as a whole
 * @param digest SHA-256 of the line's bytes, hex; absent for an object as a whole
 * @param reason why it was refused the last time
 * @param state OPEN or RESOLVED
 * @param replays how often it was tried again
 * @param quarantinedAt when it was first refused
 * @param replayedAt when it was tried again last; absent when it never was
 * @param objectId the object's number
 * @param tenant whose usage it would be
 */
@RegisterForReflection
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
    @JsonIgnore long objectId,
    @JsonIgnore TenantId tenant) {
  /** Whether it is the object as a whole. */
  @JsonIgnore
  public boolean isWholeObject() {
    return line == 0;
  }

  /** Where the object is. */
  public ObjectAddress address() {
    return new ObjectAddress(bucket, key);
  }
}
