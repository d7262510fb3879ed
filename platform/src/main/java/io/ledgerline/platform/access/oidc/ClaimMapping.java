package io.ledgerline.platform.access.oidc;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Roles;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the claims of a token give its holder. Whatever is not mapped gives nothing. */
final class ClaimMapping {
  private static final int MAX_SUBJECT = 200;
  private static final String EVERYTHING = "*";

  private final TenantId tenant;
  private final ClaimPath tenantClaim;
  private final ClaimPath rolesClaim;
  private final ClaimPath accountsClaim;
  private final ClaimPath costCentresClaim;
  private final Map<String, Set<String>> valuesByRole;

  ClaimMapping(OidcConfig config) {
    this.tenant = config.tenant().map(TenantId::new).orElse(null);
    this.tenantClaim = new ClaimPath(config.tenantClaim());
    this.rolesClaim = new ClaimPath(config.rolesClaim());
    this.accountsClaim = config.accountsClaim().map(ClaimPath::new).orElse(null);
    this.costCentresClaim = config.costCentresClaim().map(ClaimPath::new).orElse(null);
    this.valuesByRole = valuesByRole(config.roles());
  }

  private static Map<String, Set<String>> valuesByRole(OidcConfig.RoleMapping mapping) {
    Map<String, Optional<Set<String>>> all = new LinkedHashMap<>();
    all.put(Roles.INGEST, mapping.ingest());
    all.put(Roles.VIEWER, mapping.viewer());
    all.put(Roles.BILLING_ADMIN, mapping.billingAdmin());
    all.put(Roles.ADMIN, mapping.admin());
    Map<String, Set<String>> values = new LinkedHashMap<>();
    all.forEach((role, texts) -> values.put(role, Set.copyOf(texts.orElse(Set.of()))));
    return values;
  }

  /**
   * Who holds a token and what it gives.
   *
   * @param subject the issuer's name of the holder
   * @param tenant whose ledger it opens
   * @param roles of ours; empty when no value of the claim is mapped
   * @param scope what of the tenant the holder sees; null for all
   */
  record Grant(String subject, TenantId tenant, Set<String> roles, AccessScope scope) {
    Grant {
      roles = Set.copyOf(roles);
    }
  }

  /** Reads the claims of a verified token. */
  Grant grant(Map<String, Object> claims) {
    return new Grant(subject(claims), tenant(claims), roles(claims), scope(claims));
  }

  private static String subject(Map<String, Object> claims) {
    Object subject = claims.get("sub");
    if (subject instanceof String text
        && !text.isBlank()
        && text.length() <= MAX_SUBJECT
        && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw BadToken.unfit("'sub' is missing or no plain text");
  }

  private TenantId tenant(Map<String, Object> claims) {
    if (tenant != null) {
      return tenant;
    }
    try {
      if (tenantClaim.in(claims).orElse(null) instanceof String text) {
        return new TenantId(text);
      }
    } catch (InvalidValueException e) {
      throw BadToken.unfit("the tenant claim names no tenant");
    }
    throw BadToken.unfit("there is no tenant claim");
  }

  /** Where a claim for it is configured, a token without it sees nothing: it is refused. */
  private AccessScope scope(Map<String, Object> claims) {
    if (accountsClaim == null && costCentresClaim == null) {
      return null;
    }
    Set<String> accounts = texts(accountsClaim, claims);
    Set<String> costCentres = texts(costCentresClaim, claims);
    if (accounts.contains(EVERYTHING) || costCentres.contains(EVERYTHING)) {
      return null;
    }
    try {
      return new AccessScope(accounts, costCentres);
    } catch (InvalidValueException e) {
      throw BadToken.unfit("its claims name no accounts or cost centres");
    }
  }

  private static Set<String> texts(ClaimPath claim, Map<String, Object> claims) {
    return claim == null ? Set.of() : claim.textsIn(claims);
  }

  private Set<String> roles(Map<String, Object> claims) {
    Set<String> held = rolesClaim.textsIn(claims);
    Set<String> roles = new TreeSet<>();
    valuesByRole.forEach(
        (role, values) -> {
          Set<String> common = new HashSet<>(values);
          common.retainAll(held);
          if (!common.isEmpty()) {
            roles.add(role);
          }
        });
    return roles;
  }
}
