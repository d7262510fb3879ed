package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Words that were read before. Nearly all of an event but its id and time repeats from event to
 * event; what is found here is neither made nor checked again, and the same words come back as the
 * same objects, which makes all later look-ups of them cheap. Bounded: a new word takes the place
 * of whichever was in its slot. Not safe for use by several threads.
 */
final class Vocabulary {
  private static final int LONGEST_WORD = 256;
  private static final int WORDS = 1 << 13;
  private static final int PLACES = 1 << 14;
  private static final int METERS = 1_000;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * Where usage came from and what was used, checked.
   *
   * @param source who said it
   * @param origin account, principal, workspace, project
   * @param service provider, model, region, operation
   */
  record Place(SourceName source, Origin origin, ServiceUse service) {}

  private record KnownPlace(Field.Texts texts, Place place) {}

  private final String[] words = new String[WORDS];
  private final KnownPlace[] places = new KnownPlace[PLACES];
  private final Map<String, MeterName> meters = new HashMap<>();

  /** The text that the parser stands at. */
  String word(JsonParser parser) throws IOException {
    char[] chars = parser.getTextCharacters();
    int from = parser.getTextOffset();
    int length = parser.getTextLength();
    if (length > LONGEST_WORD) {
      return parser.getText();
    }
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + chars[i];
    }
    int slot = (int) (hash * SPREAD >>> 51);
    String known = words[slot];
    if (known != null && isSame(known, chars, from, length)) {
      return known;
    }
    String word = new String(chars, from, length);
    words[slot] = word;
    return word;
  }

  /**
   * What the texts mean.
   *
   * @throws io.ledgerline.contracts.InvalidValueException when one breaks a rule
   */
  Place place(Field.Texts texts) {
    int slot = (int) (texts.hash() * SPREAD >>> 50);
    KnownPlace known = places[slot];
    if (known != null && known.texts().isSame(texts)) {
      return known.place();
    }
    Place place =
        new Place(
            new SourceName(texts.get(Field.SOURCE)),
            new Origin(
                texts.get(Field.SOURCE_ACCOUNT),
                texts.get(Field.PRINCIPAL),
                texts.get(Field.WORKSPACE),
                texts.get(Field.PROJECT)),
            new ServiceUse(
                texts.get(Field.PROVIDER),
                texts.get(Field.MODEL),
                texts.get(Field.REGION),
                texts.get(Field.OPERATION)));
    places[slot] = new KnownPlace(texts.copy(), place);
    return place;
  }

  /**
   * A meter's name, checked.
   *
   * @throws io.ledgerline.contracts.InvalidValueException when it is none
   */
  MeterName meter(String name) {
    MeterName known = meters.get(name);
    if (known == null) {
      known = new MeterName(name);
      if (meters.size() >= METERS) {
        meters.clear();
      }
      meters.put(name, known);
    }
    return known;
  }

  private static boolean isSame(String known, char[] chars, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}
