package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.EventBodies;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.ingest.ledger.partition.Partitions;
import io.ledgerline.ingest.ledger.write.Candidate;
import io.ledgerline.ingest.ledger.write.Preparation;
import io.ledgerline.platform.problem.InvalidRequest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes targets of what a call brought. Blocks. */
@ApplicationScoped
class Targets {
  private static final String PRINCIPAL =
      "SELECT id FROM principal WHERE tenant = $1 AND (name = $2 OR id::text = $2) LIMIT 1";

  private final Pool pool;
  private final EventBodies bodies;
  private final Preparation preparation;
  private final Partitions partitions;

  Targets(Pool pool, EventBodies bodies, Preparation preparation, Partitions partitions) {
    this.pool = pool;
    this.bodies = bodies;
    this.preparation = preparation;
    this.partitions = partitions;
  }

  /** Named events. */
  static List<Target> named(TenantId tenant, List<EventIdentity> events) {
    CanonicalForm canon = new CanonicalForm();
    return events.stream()
        .map(e -> Target.named(e.source().value(), e.id(), canon.identity(tenant, e)))
        .toList();
  }

  /** The conditions with the principal's surrogate; fails with 400 when nobody has that name. */
  Selection.Filter filter(TenantId tenant, CorrectionRequest.FilterRequest asked) {
    UUID principal = null;
    if (asked.principal() != null) {
      RowSet<Row> rows =
          pool.preparedQuery(PRINCIPAL)
              .execute(Tuple.of(tenant.value(), asked.principal()))
              .await()
              .indefinitely();
      if (rows.size() == 0) {
        throw InvalidRequest.field(
            "select.principal", "unknown", "The ledger knows nobody of this name.");
      }
      principal = rows.iterator().next().getUUID(0);
    }
    return new Selection.Filter(
        asked.source(), asked.sourceAccount(), principal, asked.model(), asked.from(), asked.to());
  }

  /** New versions; their words are interned and their partitions made. */
  List<Target> versions(TenantId tenant, byte[] json) {
    List<EventBodies.Body> read = bodies.read(json);
    List<UsageEvent> events = new ArrayList<>(read.size());
    for (EventBodies.Body body : read) {
      if (body.event() != null) {
        events.add(body.event());
      }
    }
    Preparation.Prepared prepared = preparation.prepare(tenant, events).await().indefinitely();
    Map<Integer, Candidate> candidates = new HashMap<>();
    prepared.candidates().forEach(candidate -> candidates.put(candidate.index(), candidate));
    partitions
        .ensure(prepared.candidates().stream().map(c -> c.row().fact().time()).toList())
        .await()
        .indefinitely();
    List<Target> targets = new ArrayList<>(read.size());
    int index = 0;
    for (EventBodies.Body body : read) {
      if (body.event() == null) {
        targets.add(Target.faulty(body.source(), body.id(), body.fault()));
        continue;
      }
      Candidate candidate = candidates.get(index);
      Outcome refused = prepared.outcomes().get(index++);
      targets.add(
          candidate == null
              ? Target.faulty(body.source(), body.id(), refused.reason())
              : Target.replaced(
                  body.source(), body.id(), candidate.row(), body.event().time() != null));
    }
    return targets;
  }
}
