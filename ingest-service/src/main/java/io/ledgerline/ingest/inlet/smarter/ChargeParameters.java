package io.ledgerline.ingest.inlet.smarter;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.ingest.ledger.RecordedEvents;
import io.ledgerline.platform.problem.InvalidRequest;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say which charges are asked for; each may be left out. */
public class ChargeParameters {
  @QueryParam("account")
  @Parameter(description = "Account number", example = "3141-5926-5359")
  String account;

  @QueryParam("user")
  @Parameter(example = "u@example.com")
  String user;

  @QueryParam("provider")
  @Parameter(example = "openai")
  String provider;

  @QueryParam("charge_type")
  @Parameter(example = "completion")
  String chargeType;

  @QueryParam("session_key")
  String sessionKey;

  @QueryParam("month")
  @Parameter(description = "A month of created_at (UTC)", example = "2024-01")
  String month;

  @QueryParam("date_from")
  @Parameter(description = "First day of created_at (UTC)", example = "2024-01-01")
  String dateFrom;

  @QueryParam("date_to")
  @Parameter(description = "Last day of created_at (UTC), inclusive", example = "2024-01-31")
  String dateTo;

  RecordedEvents.Wish wish(AccessScope scope) {
    try {
      LocalDate first = month == null ? day("date_from", dateFrom) : month().atDay(1);
      LocalDate last = month == null ? day("date_to", dateTo) : month().atEndOfMonth();
      return new RecordedEvents.Wish(
          Charge.SOURCE.value(),
          start(first),
          last == null ? null : start(last.plusDays(1)),
          account == null ? null : AccountNumber.of("account", account).value(),
          user,
          provider,
          chargeType == null ? null : ChargeType.required("charge_type", chargeType).code(),
          sessionKey == null ? null : new RecordedEvents.Attribute(Charge.SESSION_KEY, sessionKey),
          scope);
    } catch (InvalidValueException e) {
      throw InvalidRequest.field(e.field(), e.code(), e.detail());
    }
  }

  private YearMonth month() {
    if (dateFrom != null || dateTo != null) {
      throw InvalidRequest.field("month", "unexpected", "Give a month or days; not both.");
    }
    try {
      return checked("month", YearMonth.parse(month).atDay(1)).query(YearMonth::from);
    } catch (DateTimeException e) {
      throw InvalidRequest.field("month", "invalid-month", "'month' is written as 2024-01.");
    }
  }

  private static LocalDate day(String field, String text) {
    try {
      return text == null ? null : checked(field, LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          field, "invalid-day", "'" + field + "' is a day such as 2024-01-31.");
    }
  }

  private static LocalDate checked(String field, LocalDate day) {
    if (day.getYear() < 2000 || day.getYear() >= 2200) {
      throw InvalidRequest.field(field, "range", "'" + field + "' lies from 2000 to 2199.");
    }
    return day;
  }

  private static Instant start(LocalDate day) {
    return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
