package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds API keys. */
@ApplicationScoped
class KeyRepository implements PanacheRepositoryBase<ApiKey, String> {
  /** The tenant's keys by prefix, those behind {@code after}. */
  Uni<List<ApiKey>> page(TenantId tenant, String after, int limit) {
    return find(
            "tenant = ?1 and prefix > ?2",
            Sort.by("prefix"),
            tenant.value(),
            after == null ? "" : after)
        .page(Page.ofSize(limit))
        .list();
  }

  /** The different scopes of the tenant's keys, but for the whole tenant. */
  Uni<List<String>> scopes(TenantId tenant) {
    return find(
            "select distinct scope from ApiKey where tenant = ?1 and scope is not null",
            tenant.value())
        .project(String.class)
        .list();
  }

  /** The tenant's keys with one of {@code scopes} by prefix, those behind {@code after}. */
  Uni<List<ApiKey>> page(TenantId tenant, List<String> scopes, String after, int limit) {
    return find(
            "tenant = ?1 and prefix > ?2 and scope in ?3",
            Sort.by("prefix"),
            tenant.value(),
            after == null ? "" : after,
            scopes)
        .page(Page.ofSize(limit))
        .list();
  }

  /** One of the tenant's keys; null when there is none. */
  Uni<ApiKey> ofTenant(TenantId tenant, String prefix) {
    return find("tenant = ?1 and prefix = ?2", tenant.value(), prefix).firstResult();
  }
}
