package io.ledgerline.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Row REACHED =
      Row.of(
          "ingest-1000",
          new Interleaved(List.of(250_000.0, 250_000.0), List.of(150_000.4)),
          "events/s",
          0.6,
          "cores");
  private static final Row MISSED = Row.atMost(25, "p99", 31.24567, "ms", "");
  private static final Row KNOWN = Row.of("generator", 9_000_000, "events/s", "the most");

  @Test
  void aRatioHasToBeAtLeastItsReachAndAValueAtMost() {
    assertThat(REACHED.ok()).isTrue();
    assertThat(MISSED.ok()).isFalse();
    assertThat(KNOWN.ok()).as("nothing to reach").isTrue();
    assertThat(Row.atMost(25, "p99", 25, "ms", "").ok()).isTrue();
  }

  @Test
  void aValueMayHaveToBeAtLeastSoMuch() {
    assertThat(fast(500_000).ok()).isTrue();
    assertThat(fast(499_999).ok()).isFalse();
    assertThat(Table.lines(List.of(fast(499_999))).getLast()).contains("≥ 500,000", "MISSED");
  }

  private static Row fast(double value) {
    return new Row(
        "rating", value, "lines/s", null, null, new Reach.ValueAtLeast(500_000), null, "");
  }

  @Test
  void aRatioThatIsMissingReachesNothing() {
    Row row =
        new Row("x", 1, "events/s", null, null, new Reach.RatioAtLeast(0.5), null, "no limit");

    assertThat(row.ok()).isFalse();
  }

  @Test
  void programsGetARowAsAnObjectWithNumbers() throws Exception {
    JsonNode rows = new JsonMapper().readTree(JsonRows.text(List.of(REACHED, MISSED, KNOWN)));

    assertThat(rows).hasSize(3);
    JsonNode reached = rows.get(0);
    assertThat(reached.path("name").asText()).isEqualTo("ingest-1000");
    assertThat(reached.path("value").decimalValue()).isEqualByComparingTo("150000");
    assertThat(reached.path("unit").asText()).isEqualTo("events/s");
    assertThat(reached.path("limit").decimalValue()).isEqualByComparingTo("250000");
    assertThat(reached.path("ratio").decimalValue()).isEqualByComparingTo("0.6");
    assertThat(reached.path("reach").decimalValue()).isEqualByComparingTo("0.6");
    assertThat(reached.path("ok").booleanValue()).isTrue();
    assertThat(rows.get(1).path("ok").booleanValue()).isFalse();
    assertThat(rows.get(1).path("value").decimalValue()).isEqualByComparingTo("31.246");
    assertThat(rows.get(2).path("limit").isNull()).isTrue();
    assertThat(rows.get(2).path("reach").isNull()).isTrue();
  }

  @Test
  void peopleGetATableWithAlignedColumnsThatSaysWhatIsMissed() {
    List<String> lines = Table.lines(List.of(REACHED, MISSED, KNOWN));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("150,000", "250,000", "0.60", "≥ 0.60", " ok", "cores");
    assertThat(lines.get(2)).contains("31.2", "≤ 25.0", "MISSED");
    assertThat(lines.get(3)).contains("9,000,000").doesNotContain("ok").doesNotContain("MISSED");
    assertThat(lines.get(1).indexOf("events/s")).isEqualTo(lines.get(3).indexOf("events/s"));
  }
}
