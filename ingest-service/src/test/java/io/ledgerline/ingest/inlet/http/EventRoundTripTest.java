package io.ledgerline.ingest.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a caller writes down of an event is the event that is read: parse(render(x)) = x. */
class EventRoundTripTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_DIGITS = 18;

  private final Vocabulary vocabulary = new Vocabulary();

  @Property(tries = 300)
  void whatIsRenderedIsReadBackTheSame(
      @ForAll("events") List<UsageEvent> events, @ForAll boolean asText)
      throws JsonProcessingException {
    ArrayNode body = JSON.createArrayNode();
    events.forEach(event -> body.add(render(event, asText)));

    ParsedCall call = BodyReader.read(JSON.writeValueAsBytes(body), vocabulary);

    assertThat(call.events()).allMatch(parsed -> parsed.fault() == null);
    assertThat(call.events()).extracting(ParsedEvent::event).isEqualTo(events);
    assertThat(call.unknownFields()).isZero();
  }

  @Provide
  Arbitrary<List<UsageEvent>> events() {
    Arbitrary<EventIdentity> identities =
        Combinators.combine(texts(), texts())
            .as((s, id) -> new EventIdentity(new SourceName(s), id));
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(0, 2_000_000_000_000_000L)
            .map(
                micros ->
                    Instant.EPOCH
                        .plusNanos(1000 * (micros % 1_000_000))
                        .plusSeconds(micros / 1_000_000))
            .injectNull(0.2);
    Arbitrary<Origin> origins =
        Combinators.combine(texts(), optional(), optional(), optional()).as(Origin::new);
    Arbitrary<ServiceUse> services =
        Combinators.combine(optional(), optional(), optional(), optional()).as(ServiceUse::new);
    Arbitrary<PriceClass> classes =
        Arbitraries.maps(names(), Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9))
            .ofMaxSize(3)
            .map(PriceClass::of);
    return Combinators.combine(
            identities, times, origins, services, classes, quantities(), labels(), labels())
        .as(UsageEvent::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Arbitrary<Quantities> quantities() {
    Arbitrary<Quantity> amounts =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.TEN.pow(MOST_DIGITS).subtract(BigDecimal.ONE))
            .ofScale(9)
            .map(Quantity::new);
    return Arbitraries.maps(names().map(MeterName::new), amounts)
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(Quantities::of);
  }

  private static Arbitrary<Labels> labels() {
    return Arbitraries.maps(texts(), Arbitraries.oneOf(texts(), Arbitraries.just("")))
        .ofMaxSize(3)
        .map(Labels::of);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
  }

  /** With what a JSON writer has to escape, and what takes two UTF-16 units. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aZ0-:/\"\\,;éß漢")
        .ofMinLength(1)
        .ofMaxLength(20)
        .map(text -> text.replace("漢", "\uD83D\uDE00"));
  }

  private static Arbitrary<String> optional() {
    return texts().injectNull(0.4);
  }

  private static ObjectNode render(UsageEvent event, boolean asText) {
    ObjectNode json = JSON.createObjectNode();
    put(json, "source", event.identity().source().value());
    put(json, "id", event.identity().id());
    put(json, "time", event.time() == null ? null : event.time().toString());
    put(json, "sourceAccount", event.origin().sourceAccount());
    put(json, "principal", event.origin().principal());
    put(json, "workspace", event.origin().workspace());
    put(json, "project", event.origin().project());
    put(json, "provider", event.service().provider());
    put(json, "model", event.service().model());
    put(json, "region", event.service().region());
    put(json, "operation", event.service().operation());
    put(json.putObject("priceClass"), event.priceClass().values());
    ObjectNode quantities = json.putObject("quantities");
    event
        .quantities()
        .numbers()
        .forEach(
            (meter, number) -> {
              if (asText) {
                quantities.put(meter, number.toPlainString());
              } else {
                quantities.put(meter, number);
              }
            });
    put(json.putObject("tags"), event.tags().values());
    put(json.putObject("attributes"), event.attributes().values());
    return json;
  }

  private static void put(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void put(ObjectNode json, Map<String, String> values) {
    values.forEach(json::put);
  }
}
