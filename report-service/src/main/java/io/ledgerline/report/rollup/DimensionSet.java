package io.ledgerline.report.rollup;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What facts add up by.
 *
 * @param tenant whose usage it is
 * @param dimensions where it came from and which service was used
 */
public record DimensionSet(TenantId tenant, Dimensions dimensions) {
  /** The form that {@link #digest} is taken of; part of it. */
  private static final String FORM = "ledgerline rollup dimensions 1";

  /**
   * The first 16 bytes of the SHA-256 of a canonical form: each part with its length before it, so
   * that no two sets share a form.
   */
  public UUID digest() {
    TextDigest digest = new TextDigest();
    Dimensions d = dimensions;
    digest.add(FORM).add(tenant.value());
    digest.add(d.sourceAccount()).add(d.principal() == null ? null : d.principal().toString());
    digest.add(d.workspace()).add(d.project()).add(d.provider());
    digest.add(d.model()).add(d.region()).add(d.operation());
    d.priceClass().values().forEach((name, value) -> digest.add(name).add(value));
    addTags(digest);
    return digest.first16();
  }

  /** Sets without tags have the digest that they had before there were any. */
  private void addTags(TextDigest digest) {
    SortedMap<String, String> tags = dimensions.tags().values();
    if (!tags.isEmpty()) {
      digest.add(null); // no price class has a name like that, so tags cannot be taken for one
      tags.forEach((name, value) -> digest.add(name).add(value));
    }
  }
}
