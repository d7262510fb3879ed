package io.ledgerline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BodyTemplateTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T23:59:59.900Z");

  private final EventStamp stamp = new EventStamp(FIRST, 42);

  private static BodyTemplate template(int events) {
    return BodyTemplate.of(events, new SplittableRandom(1));
  }

  private static List<JsonNode> read(String body) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    new JsonMapper().readTree(body).forEach(events::add);
    return events;
  }

  @Test
  void everyEventOfEveryCallHasAnIdOfItsOwnInTheUsualSpelling() throws IOException {
    BodyTemplate template = template(500);
    Set<String> ids = new HashSet<>();
    for (int call = 0; call < 4; call++) {
      for (JsonNode event : read(template.patched(stamp))) {
        String id = event.path("id").asText();
        assertThat(UUID.fromString(id).toString()).isEqualTo(id);
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        ids.add(id);
      }
    }
    assertThat(ids).hasSize(2000);
  }

  @Test
  void timesRiseByASteadyStepThroughAllCalls() throws IOException {
    BodyTemplate template = template(100);
    List<Instant> times = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      for (JsonNode event : read(template.patched(stamp))) {
        times.add(Instant.parse(event.path("time").asText()));
      }
    }
    assertThat(times).hasSize(300).startsWith(FIRST);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i)).isEqualTo(times.get(i - 1).plusMillis(5));
    }
  }

  @Property
  void anyTimeIsSpeltInFull(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    String text = new String(new EventStamp(time, 1).nextTime());

    assertThat(text).hasSize(24).endsWith("Z");
    assertThat(Instant.parse(text)).isEqualTo(time);
  }

  @Test
  void nothingButIdsAndTimesChangesFromCallToCall() {
    BodyTemplate template = template(20);

    assertThat(blank(template.patched(stamp))).isEqualTo(blank(template.patched(stamp)));
    assertThat(template.patched(stamp)).isNotEqualTo(template.patched(stamp));
  }

  private static String blank(String body) {
    return body.replaceAll("\"(id|time)\":\"[^\"]*\"", "");
  }

  @Test
  void theMixIsTheOneThatIsDocumented() throws IOException {
    Set<String> accounts = new HashSet<>();
    Set<String> principals = new HashSet<>();
    Set<String> models = new HashSet<>();
    for (JsonNode event : read(template(5000).patched(stamp))) {
      accounts.add(event.path("sourceAccount").asText());
      principals.add(event.path("principal").asText());
      models.add(event.path("model").asText());
      assertThat(event.path("quantities").size()).isBetween(2, 4);
      assertThat(event.has("tags")).isFalse();
    }
    assertThat(accounts).hasSize(20);
    assertThat(principals).hasSize(50);
    assertThat(models).hasSize(6);
  }

  @Test
  void oneEventIsSentByItselfNotAsAnArray() {
    assertThat(template(1).patched(stamp)).startsWith("{\"source\"").endsWith("}}");
    assertThat(template(1).events()).isEqualTo(1);
  }
}
