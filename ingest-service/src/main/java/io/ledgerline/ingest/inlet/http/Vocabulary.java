package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import java.io.IOException;
import java.util.Arrays;
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

  /** A word, and its characters as a parser has them: arrays are compared at once. */
  private record KnownWord(String word, char[] chars) {
    boolean isSame(char[] others, int from, int length) {
      return Arrays.equals(chars, 0, chars.length, others, from, from + length);
    }
  }

  private record KnownPlace(Field.Texts texts, Place place) {}

  private final KnownWord[] words = new KnownWord[WORDS];
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
    KnownWord known = words[slot];
    if (known != null && known.isSame(chars, from, length)) {
      return known.word();
    }
    String word = new String(chars, from, length);
    words[slot] = new KnownWord(word, word.toCharArray());
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
}
