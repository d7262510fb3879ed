package io.ledgerline.ingest.ledger.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Identity and body digests of rows, from their words as they are. Written apart from {@code
 * CanonicalForm}, which makes them when events arrive, and tested to give the same. For one thread.
 */
final class RowForm {
  static final String IDENTITY = "ledgerline identity 1";
  static final String WORDS = "ledgerline event words 1";

  private static final String BODY = "ledgerline event body 1";
  private static final byte COMMA = ',';
  private static final int REMEMBERED_LABELS = 5000;
  private static final ObjectReader LABELS =
      new JsonMapper().readerFor(new TypeReference<Map<String, TreeMap<String, String>>>() {});

  private final MessageDigest sha256 = sha256();
  private final FieldBytes fields = new FieldBytes();
  private final byte[] bodyHead = new FieldBytes().text(BODY).copy();
  private final byte[] noLabels = new FieldBytes().number(0).number(0).copy();
  private final Map<String, byte[]> labels = new HashMap<>();

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  UUID identity(CheckedSet set, String id) {
    return fields.clear().fields(set.identityHead()).text(id).first16(sha256);
  }

  /**
   * The body's digest.
   *
   * @param micros charge time in microseconds since 1970; null for an event that came without time
   * @param data where the quantities stand
   * @param from where they begin
   * @param length how many bytes they have
   * @param labelsJson null when there are none
   * @return null when the row cannot be read: it is none that the ledger wrote
   */
  UUID body(CheckedSet set, Long micros, byte[] data, int from, int length, String labelsJson) {
    fields.clear().fields(bodyHead);
    if (micros == null) {
      fields.text(null);
    } else {
      fields.number(micros);
    }
    fields.fields(set.words());
    if (!quantities(set, data, from, from + length)) {
      return null;
    }
    byte[] rest = labelsJson == null ? noLabels : labels(labelsJson);
    return rest == null ? null : fields.fields(rest).first16(sha256);
  }

  private boolean quantities(CheckedSet set, byte[] data, int from, int end) {
    int at = from;
    int last = set.meters() - 1;
    for (int i = 0; i <= last; i++) {
      int start = at;
      while (at < end && data[at] != COMMA) {
        at++;
      }
      if (i < last == (at == end)) {
        return false;
      }
      fields.text(data, start, at - start);
      at++;
    }
    return true;
  }

  private byte[] labels(String json) {
    byte[] known = labels.get(json);
    if (known == null) {
      if (labels.size() >= REMEMBERED_LABELS) {
        labels.clear();
      }
      known = read(json);
      labels.put(json, known);
    }
    return known;
  }

  private static byte[] read(String json) {
    try {
      Map<String, TreeMap<String, String>> kinds = LABELS.readValue(json);
      FieldBytes written = new FieldBytes();
      for (String kind : new String[] {"tags", "attributes"}) {
        TreeMap<String, String> values = kinds.getOrDefault(kind, new TreeMap<>());
        written.number(values.size());
        values.forEach((name, value) -> written.text(name).text(value));
      }
      return written.copy();
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
