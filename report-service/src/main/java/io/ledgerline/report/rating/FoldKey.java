package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.rollup.TextDigest;
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
    TextDigest digest = new TextDigest();
    add(digest, d.sourceAccount(), d.principal(), d.workspace(), d.project(), d.provider());
    add(digest, d.model(), d.region(), d.operation(), d.priceClass(), d.tags().values(), meter);
    TermsLookup.Terms terms = basis.terms();
    add(
        digest,
        basis.price().id(),
        terms.contract() == null ? null : terms.contract().id(),
        terms.discount() == null ? null : terms.discount().id(),
        terms.markup() == null ? null : terms.markup().id());
    add(
        digest,
        basis.rule(),
        basis.payer().costCentre(),
        basis.payer().rule(),
        basis.billingCurrency(),
        basis.exchange() == null ? null : basis.exchange().id(),
        basis.listExchange() == null ? null : basis.listExchange().id());
    return digest.first16();
  }

  private static void add(TextDigest digest, Object... parts) {
    for (Object part : parts) {
      digest.add(part == null ? null : part.toString());
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
