package io.ledgerline.report.book.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is taken back: either what one entry laid down, or whatever a key says.
 *
 * @param id an entry; null when {@code match} is given
 * @param match a key; null when {@code id} is given
 * @param validFrom from when it says nothing; null for the entry's own start, or for always
 * @param validTo until when, exclusive; null for the entry's own end, or for open
 * @param source where that is written, for people; null for {@code api}
 * @param <K> kind of key
 */
public record WithdrawalBody<K>(
    UUID id, K match, Instant validFrom, Instant validTo, String source) {
  /** Checks that one of the two is given. */
  public WithdrawalBody {
    if ((id == null) == (match == null)) {
      throw new InvalidValueException(
          "match", "missing", "A withdrawal names either an entry's 'id' or a 'match'.");
    }
  }

  /** The same with its match read otherwise. */
  public <L> WithdrawalBody<L> with(Function<K, L> reading) {
    return new WithdrawalBody<>(
        id, match == null ? null : reading.apply(match), validFrom, validTo, source);
  }

  /** The draft that takes back what the match says. */
  <V> Draft<K, V> ofMatch() {
    return new Draft<>(match, null, Validities.of(validFrom, validTo));
  }

  /** The draft that takes back what {@code entry} laid down. */
  <V> Draft<K, V> ofEntry(Entry<K, V> entry) {
    Validity whole = entry.validity();
    Validity asked =
        new Validity(
            validFrom == null ? whole.from() : validFrom, validTo == null ? whole.to() : validTo);
    return new Draft<>(entry.key(), null, asked);
  }
}
