package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds API keys. */
@ApplicationScoped
class KeyRepository implements PanacheRepositoryBase<ApiKey, String> {
  /**
   * The tenant's keys by prefix.
   *
   * @param query which of them
   * @param scopes of one of these scopes; null for any, whole tenants too
   * @param after those behind this prefix; null for the first
   * @param now decides what has expired
   */
  Uni<List<ApiKey>> page(
      TenantId tenant, KeyQuery query, List<String> scopes, String after, int limit, Instant now) {
    StringBuilder where = new StringBuilder("tenant = :tenant and prefix > :after");
    Map<String, Object> values = new HashMap<>();
    values.put("tenant", tenant.value());
    values.put("after", after == null ? "" : after);
    if (scopes != null) {
      where.append(" and scope in :scopes");
      values.put("scopes", scopes);
    }
    if (query.name() != null) {
      where.append(" and locate(:name, lower(name)) > 0");
      values.put("name", query.name().toLowerCase(Locale.ROOT));
    }
    if (query.role() != null) {
      where.append(" and locate(:role, concat(',', array_to_string(roles, ','), ',')) > 0");
      values.put("role", "," + query.role() + ",");
    }
    if (query.revoked() != null) {
      where.append(" and revokedAt is ").append(query.revoked() ? "not " : "").append("null");
    }
    if (query.expired() != null) {
      where.append(
          query.expired()
              ? " and expiresAt <= :now"
              : " and (expiresAt is null or expiresAt > :now)");
      values.put("now", now);
    }
    return find(where.toString(), Sort.by("prefix"), values).page(Page.ofSize(limit)).list();
  }

  /** The different scopes of the tenant's keys, but for the whole tenant. */
  Uni<List<String>> scopes(TenantId tenant) {
    return find(
            "select distinct scope from ApiKey where tenant = ?1 and scope is not null",
            tenant.value())
        .project(String.class)
        .list();
  }

  /** One of the tenant's keys; null when there is none. */
  Uni<ApiKey> ofTenant(TenantId tenant, String prefix) {
    return find("tenant = ?1 and prefix = ?2", tenant.value(), prefix).firstResult();
  }
}
