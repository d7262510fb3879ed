package io.ledgerline.platform.messaging;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.contracts.message.AccessUsed;
import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.contracts.message.LedgerProof;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.ReportSummary;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells the native image of the records that only the codec sees. */
@RegisterForReflection(
    targets = {
      AccessKey.class,
      AccessScope.class,
      AccessTenant.class,
      AccessUsed.class,
      ArtifactRef.class,
      AuditRecorded.class,
      AuditRecorded.Outcome.class,
      DeliveryTarget.class,
      DeliveryTarget.Email.class,
      DeliveryTarget.S3.class,
      DeliveryUpdated.class,
      DeliveryUpdated.State.class,
      LedgerProof.class,
      ReportCompleted.class,
      ReportSummary.class,
      TenantId.class,
      UsageApplied.class,
      UsageBatch.class,
      UsageFact.class
    },
    registerFullHierarchy = true)
final class MessageReflection {
  private MessageReflection() {}
}
