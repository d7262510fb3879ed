package io.ledgerline.ingest.ledger.canon;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.UsageEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * What it means that two events are the same event, and that they say the same.
 *
 * <p>The form has a version, because keys are kept for ever: a later version must be able to tell
 * which one an old digest was made with. Version 1 of the body, field by field in this order: time
 * in microseconds since 1970 (or absent: the receipt time is never part of it), the 16 bytes of the
 * digest of its words, the quantities in the order of their meters (plain decimals in normal form,
 * so that 1.0 is 1), tags and attributes (names sorted). Its words, which it shares with many other
 * events: source account, principal (its random surrogate, so that a person's name is in no
 * digest), workspace, project, provider, model, region, operation, price class and the meters'
 * names, sorted.
 *
 * <p>Not safe for use by several threads; making one costs more than asking it.
 */
public final class CanonicalForm {
  private static final String IDENTITY = "ledgerline identity 1";
  private static final String BODY = "ledgerline event body 1";
  private static final String WORDS = "ledgerline event words 1";
  private static final long MICROS_PER_SECOND = 1_000_000L;

  private final FieldDigest identities = new FieldDigest(IDENTITY);
  private final FieldDigest bodies = new FieldDigest(BODY);
  private final FieldDigest words = new FieldDigest(WORDS);

  /** What makes it the same event: tenant, source and id, and nothing else. */
  public UUID identity(TenantId tenant, EventIdentity identity) {
    return identities
        .text(tenant.value())
        .text(identity.source().value())
        .text(identity.id())
        .first16();
  }

  /**
   * What the event says.
   *
   * @param principal surrogate of the event's principal; null when it has none
   */
  public UUID body(UsageEvent event, PrincipalId principal) {
    return bodyOfWords(event, words(event, principal));
  }

  /**
   * What the event says.
   *
   * @param words {@link #words} of the event
   */
  public UUID bodyOfWords(UsageEvent event, UUID words) {
    if (event.time() == null) {
      bodies.text(null);
    } else {
      bodies.number(micros(event.time()));
    }
    bodies.uuid(words);
    for (Quantity quantity : event.quantities().byMeter().values()) {
      bodies.text(quantity.toString());
    }
    labels(bodies, event.tags());
    labels(bodies, event.attributes());
    return bodies.first16();
  }

  /**
   * The words of an event: all that it says but time, quantities, tags and attributes.
   *
   * @param principal surrogate of the event's principal; null when it has none
   */
  public UUID words(UsageEvent event, PrincipalId principal) {
    words
        .text(event.origin().sourceAccount())
        .text(principal == null ? null : principal.toString())
        .text(event.origin().workspace())
        .text(event.origin().project())
        .text(event.service().provider())
        .text(event.service().model())
        .text(event.service().region())
        .text(event.service().operation());
    words.number(event.priceClass().values().size());
    event.priceClass().values().forEach((name, value) -> words.text(name).text(value));
    words.number(event.quantities().byMeter().size());
    event.quantities().byMeter().keySet().forEach(meter -> words.text(meter.value()));
    return words.first16();
  }

  private static void labels(FieldDigest digest, Labels labels) {
    digest.number(labels.values().size());
    labels.values().forEach((name, value) -> digest.text(name).text(value));
  }

  /** Microseconds since 1970. */
  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / 1000);
  }
}
