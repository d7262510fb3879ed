package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * What rated lines have in common that are added up. Sorted by cost centre, model and meter; the
 * digest makes the order total, so that a list of lines can be paged through.
 *
 * @param dimensions where the usage came from
 * @param meter what was counted
 * @param basis what the cost rests on
 * @param place where it stands among others
 */
public record FoldKey(Dimensions dimensions, MeterName meter, Basis basis, Place place)
    implements Comparable<FoldKey> {
  /** Checks that all is there. */
  public FoldKey {
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(place, "place");
  }

  static FoldKey of(RatedLine line) {
    UsageLine usage = line.usage();
    return new FoldKey(
        usage.dimensions(),
        usage.meter(),
        line.basis(),
        new Place(
            line.basis().payer().costCentre(),
            usage.dimensions().model(),
            usage.meter().value(),
            digest(usage.dimensions(), usage.meter(), line.basis())));
  }

  @Override
  public int compareTo(FoldKey other) {
    return place.compareTo(other.place);
  }

  boolean isOf(RatedLine line) {
    return line.basis() == basis
        && line.usage().dimensions().equals(dimensions)
        && line.usage().meter().equals(meter);
  }

  private static UUID digest(Dimensions d, MeterName meter, Basis basis) {
    MessageDigest sha256 = sha256();
    add(sha256, d.sourceAccount(), d.principal(), d.workspace(), d.project(), d.provider());
    add(sha256, d.model(), d.region(), d.operation(), d.priceClass(), d.tags().values(), meter);
    TermsLookup.Terms terms = basis.terms();
    add(
        sha256,
        basis.price().id(),
        terms.contract() == null ? null : terms.contract().id(),
        terms.discount() == null ? null : terms.discount().id(),
        terms.markup() == null ? null : terms.markup().id());
    add(
        sha256,
        basis.rule(),
        basis.payer().costCentre(),
        basis.payer().rule(),
        basis.billingCurrency(),
        basis.exchange() == null ? null : basis.exchange().id(),
        basis.listExchange() == null ? null : basis.listExchange().id());
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new UUID(digest.getLong(), digest.getLong());
  }

  /** Each part with its length before it, so that no two lists share a form. */
  private static void add(MessageDigest digest, Object... parts) {
    for (Object part : parts) {
      byte[] bytes = part == null ? null : part.toString().getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
      if (bytes != null) {
        digest.update(bytes);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A place in the order of keys.
   *
   * @param costCentre who pays
   * @param model null for usage without one; those come last
   * @param meter what was counted
   * @param digest of the whole key
   */
  public record Place(String costCentre, String model, String meter, UUID digest)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::costCentre)
            .thenComparing(Place::model, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::meter)
            .thenComparing(Place::digest);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
