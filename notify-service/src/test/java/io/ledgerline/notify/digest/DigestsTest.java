package io.ledgerline.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.LedgerProof;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.support.Reports;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestsTest {
  private static final String CONTRACT_SUBJECT =
      "Amazon bedrock charges incurred details for each model invocations for last 24hr data";

  private final Digests digests = new Digests(engine());

  @Test
  void theDailyUsageMailSaysWordForWordWhatTheOriginalSays() {
    Digest digest = digests.write(data(Reports.of("daily-usage"), true));

    assertThat(digest.subject()).isEqualTo(CONTRACT_SUBJECT);
    assertThat(digest.text())
        .isEqualTo(CONTRACT_SUBJECT + " is attached with this mail for reference.");
    assertThat(digest.html()).isNull();
  }

  @Test
  void theStrictFormOfTheDailyUsageReportHasTheSameMail() {
    ReportCompleted strict = Reports.of("daily-usage-strict");

    assertThat(digests.write(data(strict, true)).subject()).isEqualTo(CONTRACT_SUBJECT);
  }

  @Test
  void aDailyUsageReportThatIsTooLargeSaysWhereItIs() {
    ReportCompleted report = Reports.of("daily-usage");
    Digest digest = digests.write(data(report, false));

    assertThat(digest.subject()).isEqualTo(CONTRACT_SUBJECT);
    assertThat(digest.text())
        .doesNotContain("is attached")
        .contains("/api/v1/artifacts/" + report.artifacts().getFirst().id() + "/content");
  }

  @Test
  void anyOtherKindGetsItsTotals() {
    Digest digest = digests.write(data(Reports.of("statement"), true));

    assertThat(digest.subject())
        .isEqualTo("Ledgerline statement: 2023-11-16 00:00 to 2023-11-17 00:00 UTC");
    assertThat(digest.text())
        .contains("Charges: 12.0000007 USD", "input_tokens: 18059974", "8819 usage events")
        .doesNotContain("NOT PRICED", "PROVISIONAL", "NOT RECONCILED");
    assertThat(digest.html())
        .contains("Statement</h1>", "12.00 <span", "exactly 12.0000007 USD", "Input tokens")
        .contains("18,059,974", "8,819");
  }

  @Test
  void theLedgerThatTheNumbersWereMadeOfIsNamedWhereItIsKnown() {
    String chain = "0123456789abcdef".repeat(4);
    ReportCompleted report = Reports.madeOf(new LedgerProof(17, chain));
    Digest digest = digests.write(data(report, true));

    assertThat(digest.text()).endsWith("Ledger: seal 17, chain " + chain);
    assertThat(digest.html()).contains("seal 17, chain " + chain);
    assertThat(digests.write(data(Reports.of("statement"), true)).text()).doesNotContain("chain");
  }

  @Test
  void whatIsWrongWithANumberIsSaidBesideIt() {
    Digest digest = digests.write(data(Reports.flagged("statement"), false));

    assertThat(digest.subject()).endsWith("(provisional)");
    assertThat(digest.text())
        .contains("NOT PRICED: 7 events", "PROVISIONAL", "NOT RECONCILED", "/api/v1/artifacts/");
    assertThat(digest.html())
        .contains("7 events have usage but no price", "Provisional:", "Not reconciled:");
  }

  @Test
  void aKindThatIsNoNameOfAFolderGetsTheDefault() {
    assertThat(digests.write(data(Reports.of("../daily-usage"), true)).subject())
        .startsWith("Ledgerline ../daily-usage:");
  }

  @Test
  void textsOfOthersAreEscapedInHtml() {
    assertThat(digests.write(data(Reports.of("<b>kind</b>"), true)).html())
        .contains("&lt;b&gt;kind&lt;/b&gt;")
        .doesNotContain("<b>kind");
  }

  private static DigestData data(ReportCompleted report, boolean attached) {
    return DigestData.of(report, attached, "https://billing.example.org");
  }

  /** The engine as Quarkus sets it up, without Quarkus. */
  private static Engine engine() {
    return Engine.builder()
        .addDefaults()
        .addValueResolver(new ReflectionValueResolver())
        .addResultMapper(new HtmlEscaper(List.of("text/html")))
        .addLocator(DigestsTest::locate)
        .build();
  }

  private static Optional<TemplateLocation> locate(String id) {
    InputStream file = DigestsTest.class.getResourceAsStream("/templates/" + id);
    if (file == null) {
      return Optional.empty();
    }
    Variant variant = Variant.forContentType(id.endsWith(".html") ? "text/html" : "text/plain");
    return Optional.of(
        new TemplateLocation() {
          @Override
          public Reader read() {
            return new InputStreamReader(file, StandardCharsets.UTF_8);
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(variant);
          }
        });
  }
}
