package io.ledgerline.report.pricing.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.pricing.PriceQuestion;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Usage as the parameters of a query describe it; each but the meter may be left out. */
public class PriceParameters {
  @QueryParam("provider")
  @Parameter(description = "Whose model it is", example = "openai")
  String provider;

  @QueryParam("model")
  @Parameter(description = "The model as the source says it", example = "gpt-4o-2024-08-06")
  String model;

  @QueryParam("region")
  @Parameter(description = "Where it ran", example = "eu-central-1")
  String region;

  @QueryParam("operation")
  @Parameter(description = "What was called", example = "chat")
  String operation;

  @QueryParam("meter")
  @Parameter(description = "What was counted", required = true, example = "input_tokens")
  String meter;

  @QueryParam("priceClass")
  @Parameter(
      description = "What the request had: name=value, several times or joined by semicolons",
      example = "batch=true")
  List<String> priceClass;

  /** What the book is asked; 400 when a parameter breaks a rule. */
  PriceQuestion question() {
    if (meter == null || meter.isBlank()) {
      throw InvalidRequest.field("meter", "missing", "'meter' is required.");
    }
    try {
      return new PriceQuestion(
          text(provider), text(model), text(region), text(operation), new MeterName(meter), had());
    } catch (InvalidValueException e) {
      throw InvalidRequest.field(
          e.code().equals("invalid-meter") ? "meter" : e.field(), e.code(), e.detail());
    }
  }

  private PriceClass had() {
    SortedMap<String, String> values = new TreeMap<>();
    for (String list : priceClass == null ? List.<String>of() : priceClass) {
      for (String entry : list.split(";")) {
        if (!entry.isBlank()) {
          int at = entry.indexOf('=');
          if (at < 0) {
            throw new InvalidValueException(
                "priceClass", "invalid-price-class", "'priceClass' is name=value.");
          }
          values.put(entry.substring(0, at).strip(), entry.substring(at + 1).strip());
        }
      }
    }
    return PriceClass.of(values);
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
