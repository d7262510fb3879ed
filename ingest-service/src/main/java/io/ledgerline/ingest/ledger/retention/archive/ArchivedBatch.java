package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.BatchDigest;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A batch with all its rows, and what can be proved of it without a database.
 *
 * @param header what was accepted
 * @param rows in the order of their positions
 */
public record ArchivedBatch(BatchLine header, List<RowLine> rows) {
  /** Whether the rows are those that were accepted. */
  public boolean isGenuine() {
    return rows.size() == header.events() && digest().equals(header.digest());
  }

  /** The digest that the rows give, hex. */
  public String digest() {
    CanonicalForm form = new CanonicalForm();
    TenantId tenant = new TenantId(header.tenant());
    BatchDigest digest = new BatchDigest(tenant, rows.size());
    for (RowLine row : rows) {
      digest.add(
          form.identity(tenant, row.event().identity()),
          form.body(row.event(), row.surrogate()),
          row.time(),
          row.sign());
    }
    return HexFormat.of().formatHex(digest.value());
  }

  /** The identities of its events, in the order of their positions. */
  UUID[] identities() {
    CanonicalForm form = new CanonicalForm();
    TenantId tenant = new TenantId(header.tenant());
    return rows.stream()
        .map(row -> form.identity(tenant, row.event().identity()))
        .toArray(UUID[]::new);
  }

  /**
   * The same batch with those rows marked as timeless whose body was noted without a time.
   *
   * @param bodies digests that the key table knows, by identity
   */
  ArchivedBatch withTimeless(Map<UUID, Set<UUID>> bodies) {
    CanonicalForm form = new CanonicalForm();
    TenantId tenant = new TenantId(header.tenant());
    List<RowLine> marked = new ArrayList<>(rows.size());
    for (RowLine row : rows) {
      RowLine timeless = row.withoutTime();
      Set<UUID> known =
          bodies.getOrDefault(form.identity(tenant, row.event().identity()), Set.of());
      boolean isTimeless = known.contains(form.body(timeless.event(), row.surrogate()));
      marked.add(isTimeless ? timeless : row);
    }
    return new ArchivedBatch(header, marked);
  }
}
