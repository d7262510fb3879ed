package io.ledgerline.ingest.inlet.http.idempotency;

import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the outcomes of a call are remembered: runs of equal ones, and each reason once. The answer
 * to 10,000 events that were all recorded has 30 bytes. What else an answer holds (sources, ids) is
 * in the body, which is the same when the call is made again.
 *
 * <pre>{"runs": ["998r", "1c0", "1x1"], "reasons": [{"code": …, "field": …, "detail": …}, …]}</pre>
 */
final class AnswerText {
  /** By the order of {@link Outcome.Status}. */
  private static final String LETTERS = "rdcx";

  private AnswerText() {}

  static byte[] write(List<Outcome> outcomes) {
    JsonArray runs = new JsonArray();
    JsonArray reasons = new JsonArray();
    Map<Reason, Integer> numbers = new HashMap<>();
    int start = 0;
    for (int i = 1; i <= outcomes.size(); i++) {
      if (i == outcomes.size() || !outcomes.get(i).equals(outcomes.get(start))) {
        runs.add((i - start) + word(outcomes.get(start), numbers, reasons));
        start = i;
      }
    }
    return new JsonObject()
        .put("runs", runs)
        .put("reasons", reasons)
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }

  static List<Outcome> read(byte[] answer) {
    JsonObject json = new JsonObject(new String(answer, StandardCharsets.UTF_8));
    List<Reason> reasons = new ArrayList<>();
    for (Object reason : json.getJsonArray("reasons")) {
      JsonObject r = (JsonObject) reason;
      reasons.add(new Reason(r.getString("code"), r.getString("field"), r.getString("detail")));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Object run : json.getJsonArray("runs")) {
      String text = (String) run;
      int letter = 0;
      while (Character.isDigit(text.charAt(letter))) {
        letter++;
      }
      Outcome.Status status = Outcome.Status.values()[LETTERS.indexOf(text.charAt(letter))];
      String number = text.substring(letter + 1);
      Reason reason = number.isEmpty() ? null : reasons.get(Integer.parseInt(number));
      Outcome outcome = new Outcome(status, reason);
      for (int n = Integer.parseInt(text.substring(0, letter)); n > 0; n--) {
        outcomes.add(outcome);
      }
    }
    return List.copyOf(outcomes);
  }

  private static String word(Outcome outcome, Map<Reason, Integer> numbers, JsonArray reasons) {
    char letter = LETTERS.charAt(outcome.status().ordinal());
    Reason reason = outcome.reason();
    if (reason == null) {
      return String.valueOf(letter);
    }
    Integer known = numbers.get(reason);
    if (known != null) {
      return letter + known.toString();
    }
    numbers.put(reason, reasons.size());
    reasons.add(
        new JsonObject()
            .put("code", reason.code())
            .put("field", reason.field())
            .put("detail", reason.detail()));
    return letter + Integer.toString(reasons.size() - 1);
  }
}
