package io.ledgerline.report.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds tenants. */
@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<Tenant, String> {
  /**
   * Tenants by id, those behind {@code after}.
   *
   * @param suspended null for all
   */
  Uni<List<Tenant>> page(Boolean suspended, String after, int limit) {
    String where =
        suspended == null ? "" : " and suspendedAt is " + (suspended ? "not " : "") + "null";
    return find("id > ?1" + where, Sort.by("id"), after == null ? "" : after)
        .page(Page.ofSize(limit))
        .list();
  }
}
