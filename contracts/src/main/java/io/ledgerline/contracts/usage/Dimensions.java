package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What facts are rolled up by. Two facts with equal dimensions in the same quarter hour add up.
 *
 * @param sourceAccount the account at the source
 * @param principal surrogate of who did it; null when unknown
 * @param workspace null when there is none
 * @param project null when there is none
 * @param provider null when it does not apply, like the next three
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the price depends on besides model and meter
 * @param tags those of the event's tags that rollups add up by; a batch's message has them beside
 *     its facts instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dimensions(
    String sourceAccount,
    PrincipalId principal,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    PriceClass priceClass,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Labels tags) {
  /** Checks what must be there; an absent price class is none, and so are absent tags. */
  public Dimensions {
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    priceClass = priceClass == null ? PriceClass.NONE : priceClass;
    tags = tags == null ? Labels.NONE : tags;
  }

  /** Dimensions without tags. */
  public Dimensions(
      String sourceAccount,
      PrincipalId principal,
      String workspace,
      String project,
      String provider,
      String model,
      String region,
      String operation,
      PriceClass priceClass) {
    this(
        sourceAccount,
        principal,
        workspace,
        project,
        provider,
        model,
        region,
        operation,
        priceClass,
        Labels.NONE);
  }

  /** The same with another price class and tags. */
  public Dimensions with(PriceClass otherClass, Labels otherTags) {
    return new Dimensions(
        sourceAccount,
        principal,
        workspace,
        project,
        provider,
        model,
        region,
        operation,
        otherClass,
        otherTags);
  }
}
