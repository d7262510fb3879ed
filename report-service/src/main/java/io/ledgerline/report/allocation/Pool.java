package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.pricing.Provider;
import java.util.Comparator;

/**
 * Cost that is to be spread. Written as one text everywhere, such as {@code cost-centre:platform},
 * {@code provider:openai}, {@code idle:aws.bedrock}; {@code unallocated} is the cost centre {@code
 * suspense}.
 *
 * @param kind what kind of cost
 * @param name the cost centre's code, or the provider
 */
public record Pool(Kind kind, String name) implements Comparable<Pool> {
  /** The cost centre of usage that no attribution rule speaks of. */
  public static final Pool UNALLOCATED = new Pool(Kind.COST_CENTRE, Target.SUSPENSE);

  private static final Comparator<Pool> ORDER =
      Comparator.comparing(Pool::kind).thenComparing(Pool::name);

  /** What kind of cost. */
  public enum Kind {
    /** What a provider's invoice says, times the markup: nobody was charged it by price. */
    PROVIDER("provider"),
    /** What a provider's invoice says above what the usage was rated at. */
    IDLE("idle"),
    /** What was charged to a cost centre that others share. */
    COST_CENTRE("cost-centre");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** As the API writes it. */
    public String wire() {
      return wire;
    }
  }

  /** Checks the name; providers are compared as families. */
  public Pool {
    name =
        kind == Kind.COST_CENTRE
            ? new CostCentreCode(name).code()
            : Provider.family(Texts.required("pool", name, Texts.MAX_NAME));
  }

  /**
   * Reads the text.
   *
   * @throws InvalidValueException {@code unknown-pool}
   */
  @JsonCreator
  public static Pool of(String text) {
    if ("unallocated".equals(text)) {
      return UNALLOCATED;
    }
    for (Kind kind : Kind.values()) {
      if (text != null && text.startsWith(kind.wire + ":")) {
        return new Pool(kind, text.substring(kind.wire.length() + 1));
      }
    }
    throw new InvalidValueException(
        "pool",
        "unknown-pool",
        "'pool' is cost-centre:<code>, unallocated, provider:<provider> or idle:<provider>.");
  }

  /** The shared cost centre as one that may bear a part of another pool; null for the others. */
  Target asTarget() {
    return kind == Kind.COST_CENTRE ? Target.costCentre(name) : null;
  }

  @Override
  public int compareTo(Pool other) {
    return ORDER.compare(this, other);
  }

  /** The one text. */
  @Override
  @JsonValue
  public String toString() {
    return kind.wire + ":" + name;
  }
}
