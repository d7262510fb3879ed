package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.vendor.smarter.RecordFilter;
import io.ledgerline.report.vendor.smarter.RecordRules;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say which records are asked for; each may be left out. */
public class RecordParameters {
  private static final int LONGEST = 2048;

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

  @QueryParam("date_from")
  @Parameter(description = "First day", example = "2024-01-01")
  String dateFrom;

  @QueryParam("date_to")
  @Parameter(description = "Last day, inclusive", example = "2024-01-31")
  String dateTo;

  @QueryParam("view")
  @Parameter(
      description =
          "'smarter': one record for each account, user, provider and day, of completions only:"
              + " charges of tools and plugins repeat their tokens",
      example = "smarter")
  String view;

  RecordFilter filter() {
    return new RecordFilter(
        account == null ? null : AccountNumber.of("account", account).value(),
        text("user", user),
        text("provider", provider),
        type(),
        day("date_from", dateFrom),
        day("date_to", dateTo));
  }

  private String type() {
    if (view != null && !view.equals("smarter") && !view.equals("all")) {
      throw InvalidRequest.field("view", "unknown-view", "'view' is 'all' or 'smarter'.");
    }
    String asked =
        chargeType == null ? null : ChargeType.required("charge_type", chargeType).code();
    if (!"smarter".equals(view)) {
      return asked;
    }
    if (asked != null && !asked.equals(ChargeType.COMPLETION.code())) {
      throw InvalidRequest.field(
          "charge_type", "unexpected", "The view 'smarter' is of completions only.");
    }
    return ChargeType.COMPLETION.code();
  }

  private static String text(String name, String value) {
    if (value != null && (value.isEmpty() || value.length() > LONGEST || value.indexOf(0) >= 0)) {
      throw InvalidRequest.field(name, "length", name + " has 1 to 2048 characters");
    }
    return value;
  }

  static LocalDate day(String name, String text) {
    try {
      return text == null ? null : RecordRules.day(name, LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          name, "invalid-day", "'" + name + "' is a day such as 2024-01-31.");
    }
  }
}
