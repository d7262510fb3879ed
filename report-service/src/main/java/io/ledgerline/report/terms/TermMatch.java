package io.ledgerline.report.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.pricing.Wildcards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Which usage a discount or a markup is for: usage that has all that is named; one that names
 * nothing is for all usage.
 *
 * <p>What names more things is more specific; of equally many, what names the source account. Where
 * two name the same things, a whole model goes before a pattern, and a pattern with more literal
 * characters before one with fewer.
 *
 * @param sourceAccount null for any, like all others
 * @param costCentre code of the cost centre that pays
 * @param operation what was called
 * @param provider its family, see {@link Provider#family}
 * @param model as the source says it; {@code *} stands for any run of characters
 * @param meter what is counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermMatch(
    String sourceAccount,
    String costCentre,
    String operation,
    String provider,
    String model,
    MeterName meter) {
  /** Where {@link #values} has the model. */
  static final int MODEL_AT = 5;

  private static final char STAR = '*';

  /** Checks the texts; empty ones become null. */
  public TermMatch {
    sourceAccount = Texts.optional("sourceAccount", sourceAccount, Texts.MAX_NAME);
    costCentre = Texts.optional("costCentre", costCentre, Texts.MAX_NAME);
    operation = Texts.optional("operation", operation, Texts.MAX_NAME);
    provider = Provider.family(Texts.optional("provider", provider, Texts.MAX_NAME));
    model = Texts.optional("model", model, Texts.MAX_NAME);
  }

  /** How many things are named. */
  int named() {
    return (int) values().stream().filter(Objects::nonNull).count();
  }

  /** Whether its model stands for several. */
  boolean hasPattern() {
    return model != null && model.indexOf(STAR) >= 0;
  }

  /** Characters of its pattern that are no stars. */
  int literals() {
    return (int) model.chars().filter(c -> c != STAR).count();
  }

  /** All but the model, in one order. */
  List<String> withoutModel() {
    return Arrays.asList(
        sourceAccount, costCentre, operation, provider, meter == null ? null : meter.value());
  }

  /**
   * Whether neither is more specific than the other though some usage falls under both: which one
   * counts would be chance.
   */
  boolean contends(TermMatch other) {
    return !equals(other)
        && named() == other.named()
        && (sourceAccount == null) == (other.sourceAccount == null)
        && !isToldApartByModel(other)
        && meets(other);
  }

  private boolean isToldApartByModel(TermMatch other) {
    boolean bothName = model != null && other.model != null;
    return bothName
        && withoutModel().equals(other.withoutModel())
        && (hasPattern() != other.hasPattern() || hasPattern() && literals() != other.literals());
  }

  private boolean meets(TermMatch other) {
    List<String> mine = withoutModel();
    List<String> theirs = other.withoutModel();
    for (int i = 0; i < mine.size(); i++) {
      if (mine.get(i) != null && theirs.get(i) != null && !mine.get(i).equals(theirs.get(i))) {
        return false;
      }
    }
    return model == null || other.model == null || modelsMeet(other);
  }

  private boolean modelsMeet(TermMatch other) {
    if (hasPattern() && other.hasPattern()) {
      return Wildcards.meet(model, other.model);
    }
    return hasPattern()
        ? Wildcards.fits(model, other.model)
        : other.hasPattern() ? Wildcards.fits(other.model, model) : model.equals(other.model);
  }

  /** Everything in one order, null where it is not named. */
  List<String> values() {
    List<String> values = new ArrayList<>(withoutModel());
    values.add(model);
    return values;
  }

  /** For people: {@code provider=aws.bedrock, model=claude-*}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    add(text, "sourceAccount", sourceAccount);
    add(text, "costCentre", costCentre);
    add(text, "operation", operation);
    add(text, "provider", provider);
    add(text, "model", model);
    add(text, "meter", meter);
    return text.length() == 0 ? "all usage" : text.toString();
  }

  private static void add(StringJoiner text, String name, Object value) {
    if (value != null) {
      text.add(name + "=" + value);
    }
  }
}
