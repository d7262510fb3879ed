package io.ledgerline.system.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerline.system.chaos.load.ChaosEvent;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.load.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DailyUsageLinesTest {
  private static final LocalDate DAY = LocalDate.parse("2024-02-29");
  private static final Generator GENERATOR = new Generator(9, "l");

  private static ChaosEvent event(String time, String id, String model) {
    TreeMap<String, BigDecimal> used = new TreeMap<>();
    used.put("input_tokens", new BigDecimal("1000"));
    used.put("output_tokens", new BigDecimal("2.500"));
    return new ChaosEvent("s", id, Instant.parse(time), "acc", null, model, "r", used);
  }

  @Test
  void aLineHasItsChargeAsAPlainDecimalAndLinesAreInOrderOfTimeAndId() {
    assertThat(
            DailyUsageLines.of(
                Stream.of(
                    event("2024-02-29T10:00:00Z", "b", "anthropic.claude-v2"),
                    event("2024-02-29T10:00:00Z", "a", "meta.llama3-70b-instruct-v1:0"),
                    event("2024-02-29T23:59:59.999999Z", "0", null),
                    event("2024-03-01T00:00:00Z", "z", "anthropic.claude-v2")),
                DAY))
        .containsExactly(
            "acc,,meta.llama3-70b-instruct-v1:0,r,1000,2.5,0,0.00265875",
            "acc,,anthropic.claude-v2,r,1000,2.5,0,0.00806");
  }

  @Test
  void aReportThatMissesALineOrCountsOtherwiseIsNamed() {
    int count = 200;
    assertThat(ReportCheck.faults(made(count, 0), GENERATOR, count)).isEmpty();
    assertThat(ReportCheck.faults(made(count, 1), GENERATOR, count))
        .isNotEmpty()
        .anyMatch(fault -> fault.contains("lines instead of"))
        .anyMatch(fault -> fault.contains("totals: events"));
    assertThat(ReportCheck.differences(made(count, 0), made(count, 0))).isEmpty();
    assertThat(ReportCheck.differences(made(count, 0), made(count, 1)))
        .anyMatch(fault -> fault.contains("totals"));
  }

  /** Reports of what is left when so many events of the first day are lost. */
  private static Map<LocalDate, Reports.Made> made(int count, int lost) {
    Map<LocalDate, Reports.Made> reports = new TreeMap<>();
    for (LocalDate day : Generator.days()) {
      List<ChaosEvent> events =
          GENERATOR
              .events(count)
              .filter(e -> e.time().toString().startsWith(day.toString()))
              .sorted(java.util.Comparator.comparing(e -> e.model() == null))
              .skip(day.equals(Generator.FIRST_DAY) ? lost : 0)
              .toList();
      Sums sums = Sums.of(events.stream());
      var totals = JsonNodeFactory.instance.objectNode();
      totals.put("events", sums.total(Sums.EVENTS));
      totals.putObject("quantities").put("requests", sums.total("requests").toPlainString());
      reports.put(
          day,
          new Reports.Made(
              "COMPLETED", "RECONCILED", totals, DailyUsageLines.of(events.stream(), day)));
    }
    return reports;
  }
}
