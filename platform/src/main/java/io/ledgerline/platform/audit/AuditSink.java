package io.ledgerline.platform.audit;

import io.ledgerline.contracts.message.AuditRecorded;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where records of the audit log go: report-service's table, or the way there. */
public interface AuditSink {
  /** Keeps records, all or none; keeping one again must have no effect. */
  Uni<Void> keep(List<AuditRecorded> records);
}
