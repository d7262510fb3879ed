package io.ledgerline.ingest.ledger.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
  private static CorrectionRequest read(String body) throws JsonProcessingException {
    return RequestReader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void conditionsAreReadWithWhatIsUnknownBesideThemIgnored() throws JsonProcessingException {
    CorrectionRequest request =
        read(
            """
            {"kind": "void", "reason": "because", "dryRun": true, "ticket": {"a": [1]},
             "select": {"sourceAccount": "acc", "from": "2026-01-01T00:00:00+01:00",
                        "to": "2026-02-01T00:00:00Z", "principal": null}}""");

    assertThat(request.kind()).isEqualTo(CorrectionKind.VOID);
    assertThat(request.dryRun()).isTrue();
    assertThat(request.named()).isNull();
    assertThat(request.filter())
        .isEqualTo(
            new CorrectionRequest.FilterRequest(
                null,
                "acc",
                null,
                null,
                Instant.parse("2025-12-31T23:00:00Z"),
                Instant.parse("2026-02-01T00:00:00Z")));
  }

  @Test
  void namedEventsAreReadInTheirOrder() throws JsonProcessingException {
    CorrectionRequest request =
        read(
            """
            {"select": {"events": [{"source": "s", "id": "2"}, {"id": "1", "source": "s"}]},
             "reason": "because", "kind": "void"}""");

    assertThat(request.named())
        .containsExactly(
            new EventIdentity(new SourceName("s"), "2"),
            new EventIdentity(new SourceName("s"), "1"));
  }

  @Test
  void newVersionsAreCutOutByteForByte() throws JsonProcessingException {
    CorrectionRequest request =
        read(
            "{\"reason\":\"grüße €\",\"events\" : [ {\"id\":\"ä\\u0041\"},7 ] ,\"kind\":\"replace\"}");

    assertThat(new String(request.versions(), StandardCharsets.UTF_8))
        .isEqualTo("[ {\"id\":\"ä\\u0041\"},7 ]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | kind | missing",
        "{\"kind\":\"delete\"} | kind | unknown",
        "{\"kind\":7} | kind | wrong-type",
        "{\"kind\":\"void\"} | reason | missing",
        "{\"kind\":\"void\",\"kind\":\"void\"} | kind | repeated-field",
        "{\"kind\":\"void\",\"reason\":\"  \"} | reason | missing",
        "{\"kind\":\"void\",\"reason\":\"r\"} | select | missing",
        "{\"kind\":\"void\",\"reason\":\"r\",\"dryRun\":\"yes\"} | dryRun | wrong-type",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":[]} | select | wrong-type",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{}} | select.source | missing",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"source\":\"s\"}} | select.from | missing",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"sourceAcount\":\"s\"}} | select.sourceAcount | unknown",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"source\":\"s\",\"from\":\"x\"}} | select.from | invalid-time",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"events\":[{\"source\":\"s\"}]}} | select.events[0].id | missing",
        "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"events\":[7]}} | select.events[0] | wrong-type",
        "{\"kind\":\"void\",\"reason\":\"r\",\"events\":[]} | events | unexpected",
        "{\"kind\":\"replace\",\"reason\":\"r\"} | events | missing",
        "{\"kind\":\"replace\",\"reason\":\"r\",\"events\":{}} | events | wrong-type",
        "{\"kind\":\"replace\",\"reason\":\"r\",\"events\":[],\"select\":{}} | select | unexpected",
      })
  void whatIsWrongIsNamed(String body, String field, String code) {
    InvalidRequest fault = catchThrowableOfType(InvalidRequest.class, () -> read(body));

    assertThat(fault.errors()).hasSize(1);
    assertThat(fault.errors().getFirst().field()).isEqualTo(field);
    assertThat(fault.errors().getFirst().code()).isEqualTo(code);
  }

  @Test
  void aSpanThatIsEmptyIsRefused() {
    InvalidRequest fault =
        catchThrowableOfType(
            InvalidRequest.class,
            () ->
                read(
                    """
                    {"kind": "void", "reason": "r", "select": {"source": "s",
                     "from": "2026-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"}}"""));

    assertThat(fault.errors().getFirst().field()).isEqualTo("select.to");
  }

  @Test
  void aReasonHasAtMost500Characters() {
    InvalidRequest fault =
        catchThrowableOfType(
            InvalidRequest.class,
            () -> read("{\"kind\":\"void\",\"reason\":\"" + "x".repeat(501) + "\"}"));

    assertThat(fault.errors().getFirst().code()).isEqualTo("text-too-long");
  }

  @Test
  void atMostTenThousandEventsAreNamed() {
    String one = "{\"source\":\"s\",\"id\":\"1\"},";

    assertThatExceptionOfType(PayloadTooLarge.class)
        .isThrownBy(
            () ->
                read(
                    "{\"kind\":\"void\",\"reason\":\"r\",\"select\":{\"events\":["
                        + one.repeat(10_000)
                        + "{}]}}"));
  }

  @Test
  void whatIsNoJsonIsSaidSo() {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read("{\"kind\""));
    assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> read("[]"));
    assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> read("{} {}"));
  }
}
