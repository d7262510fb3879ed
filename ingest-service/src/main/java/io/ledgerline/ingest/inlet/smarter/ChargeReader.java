package io.ledgerline.ingest.inlet.smarter;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.contracts.charge.ChargeProvider;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.ingest.inlet.SourceTime;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.PayloadTooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the charges of a call: one, an array of them, or an object with an array of them. */
final class ChargeReader {
  /** Most charges that one call may carry. */
  static final int MAX_CHARGES = 10_000;

  private static final String CHARGES = "charges";
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "created_at",
          "updated_at",
          "account",
          "user",
          "session_key",
          "provider",
          "charge_type",
          "prompt_tokens",
          "completion_tokens",
          "total_tokens",
          "model",
          "reference");

  private static final Reason OUTSIDE =
      new Reason("account-outside-scope", "account", "This key may not charge this account.");

  private ChargeReader() {}

  /**
   * One charge of a call, or why it is none. Exactly one of {@code charge} and {@code fault} is
   * there.
   *
   * @param id as sent; null when it was none
   */
  record Read(String id, Charge charge, Reason fault) {}

  /**
   * What a call brought.
   *
   * @param single whether it was one charge by itself, which is answered by status code too
   * @param charges in the order sent
   * @param unknownFields how many fields nobody here knows
   */
  record Call(boolean single, List<Read> charges, long unknownFields) {}

  /**
   * Reads a body.
   *
   * @param scope accounts that the caller may charge; null for all
   */
  static Call call(JsonNode body, AccessScope scope) {
    JsonNode listed = body.isObject() && body.path(CHARGES).isArray() ? body.get(CHARGES) : body;
    if (!listed.isArray() && !listed.isObject()) {
      throw new InvalidRequest(
          ErrorCode.INVALID_REQUEST,
          "The body is a charge, an array of charges, or an object with an array 'charges'.");
    }
    if (listed.isArray() && listed.isEmpty()) {
      throw new InvalidRequest(ErrorCode.EMPTY_BATCH, "The batch holds no charge.");
    }
    if (listed.isArray() && listed.size() > MAX_CHARGES) {
      throw new PayloadTooLarge(
          ErrorCode.TOO_MANY_EVENTS, "A call carries at most %,d charges.".formatted(MAX_CHARGES));
    }
    List<Read> charges = new ArrayList<>();
    long unknown = 0;
    for (JsonNode one : listed.isArray() ? listed : List.of(listed)) {
      charges.add(read(one, scope));
      unknown += one.properties().stream().filter(f -> !FIELDS.contains(f.getKey())).count();
    }
    return new Call(listed.isObject(), charges, unknown);
  }

  private static Read read(JsonNode node, AccessScope scope) {
    JsonNode id = node.path("id");
    String shown = id.isTextual() || id.isIntegralNumber() ? id.asText() : null;
    if (!node.isObject()) {
      return new Read(null, null, new Reason("wrong-type", "", "A charge is a JSON object."));
    }
    try {
      Charge charge = charge(node, shown);
      return scope == null || scope.coversAccount(charge.account().value())
          ? new Read(shown, charge, null)
          : new Read(shown, null, OUTSIDE);
    } catch (InvalidValueException e) {
      return new Read(shown, null, Reason.of(e));
    }
  }

  private static Charge charge(JsonNode node, String id) {
    if (id == null && node.hasNonNull("id")) {
      throw wrongType("id", "a text or a whole number");
    }
    String time = text(node, "created_at");
    String type = text(node, "charge_type");
    String provider = text(node, "provider");
    return new Charge(
        id,
        time == null ? null : SourceTime.parse("created_at", time),
        AccountNumber.given("account", text(node, "account")),
        text(node, "user"),
        text(node, "session_key"),
        provider == null ? ChargeProvider.DEFAULT : provider,
        type == null ? ChargeType.COMPLETION : ChargeType.required("charge_type", type),
        ChargeTokens.of(
            count(node, "prompt_tokens"),
            count(node, "completion_tokens"),
            count(node, "total_tokens")),
        text(node, "model"),
        text(node, "reference"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrongType(field, "a text");
    }
    return value.textValue();
  }

  private static long count(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new InvalidValueException(field, "missing", "'" + field + "' is required.");
    }
    if (!value.isIntegralNumber()) {
      throw wrongType(field, "a whole number");
    }
    if (!value.canConvertToLong()) {
      throw new InvalidValueException(
          field, "quantity-out-of-range", "'" + field + "' is out of range.");
    }
    return value.longValue();
  }

  private static InvalidValueException wrongType(String field, String expected) {
    return new InvalidValueException(
        field, "wrong-type", "'" + field + "' must be " + expected + ".");
  }
}
