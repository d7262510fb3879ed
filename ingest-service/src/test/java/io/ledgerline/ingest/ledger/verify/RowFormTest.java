package io.ledgerline.ingest.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.ingest.ledger.scan.Shape;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The verifier's own form against the one that events are digested with when they arrive. */
class RowFormTest {
  private static final TenantId TENANT = new TenantId("acme");
  private static final PrincipalId PERSON = new PrincipalId(new UUID(7, 8));

  @Provide
  Arbitrary<UsageEvent> events() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("aZ09\"\\/:ü漢 _.")
            .ofMinLength(1)
            .ofMaxLength(60)
            .map(t -> "x" + t + "x");
    Arbitrary<String> optional = text.injectNull(0.3);
    Arbitrary<Map<String, String>> labels = Arbitraries.maps(text, text).ofMaxSize(6);
    Arbitrary<Quantities> quantities =
        Arbitraries.maps(
                Arbitraries.strings()
                    .alpha()
                    .ofMinLength(1)
                    .ofMaxLength(8)
                    .map(m -> m.toLowerCase(java.util.Locale.ROOT)),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, new BigDecimal("999999999999"))
                    .ofScale(9))
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(Quantities::fromNumbers);
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(946_684_800_000_000L, 2_000_000_000_000_000L)
            .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
            .injectNull(0.3);
    Arbitrary<Origin> origins =
        Combinators.combine(text, optional, optional, optional).as(Origin::new);
    Arbitrary<ServiceUse> services =
        Combinators.combine(optional, optional, optional, optional).as(ServiceUse::new);
    return Combinators.combine(
            Combinators.combine(text, text).as((s, id) -> new EventIdentity(new SourceName(s), id)),
            times,
            origins,
            services,
            Arbitraries.maps(Arbitraries.of("tier", "size", "quality"), Arbitraries.of("a", "b b"))
                .ofMaxSize(3)
                .map(PriceClass::of),
            quantities,
            labels.map(Labels::of),
            labels.map(Labels::of))
        .as(UsageEvent::new);
  }

  private static CheckedSet set(UsageEvent event) {
    PrincipalId principal = event.origin().principal() == null ? null : PERSON;
    List<String> meters = QuantityText.meters(event.quantities());
    FieldBytes words =
        new FieldBytes()
            .text(RowForm.WORDS)
            .text(event.origin().sourceAccount())
            .text(principal == null ? null : principal.toString())
            .text(event.origin().workspace())
            .text(event.origin().project())
            .text(event.service().provider())
            .text(event.service().model())
            .text(event.service().region())
            .text(event.service().operation())
            .number(event.priceClass().values().size());
    event.priceClass().values().forEach((name, value) -> words.text(name).text(value));
    words.number(meters.size());
    meters.forEach(words::text);
    return new CheckedSet(
        TENANT.value(),
        1,
        event.identity().source().value(),
        new Shape(TENANT.value(), event.origin().sourceAccount(), new int[meters.size()], 1),
        new FieldBytes()
            .text(RowForm.IDENTITY)
            .text(TENANT.value())
            .text(event.identity().source().value())
            .copy(),
        new FieldBytes().uuid(words.first16(RowForm.sha256())).copy(),
        meters.size());
  }

  private static String labels(UsageEvent event) {
    JsonObject json = new JsonObject();
    put(json, "tags", event.tags());
    put(json, "attributes", event.attributes());
    return json.isEmpty() ? null : json.encode();
  }

  private static void put(JsonObject json, String kind, Labels labels) {
    if (!labels.values().isEmpty()) {
      // PostgreSQL gives names back in an order of its own.
      json.put(kind, new JsonObject(new TreeMap<String, Object>(labels.values()).descendingMap()));
    }
  }

  @Property(tries = 300)
  void everyEventHasTheSameDigestsAsWhenItArrived(@ForAll("events") UsageEvent event) {
    byte[] quantities = QuantityText.values(event.quantities()).getBytes(StandardCharsets.US_ASCII);
    Long micros =
        event.time() == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, event.time());
    CanonicalForm canon = new CanonicalForm();
    RowForm form = new RowForm();
    CheckedSet set = set(event);

    assertThat(form.identity(set, event.identity().id()))
        .isEqualTo(canon.identity(TENANT, event.identity()));
    assertThat(form.body(set, micros, quantities, 0, quantities.length, labels(event)))
        .isEqualTo(canon.body(event, event.origin().principal() == null ? null : PERSON));
  }
}
