package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.attribution.CostCentreCode;
import java.util.Comparator;

/**
 * Who is to bear a part. Written as one text everywhere: {@code cost-centre:research}, {@code
 * source-account:3141-5926-5359}, {@code workspace:<source account>/<workspace>}, where a slash in
 * the account is written {@code %2F} and a percent sign {@code %25}.
 *
 * @param kind what kind of bearer
 * @param account the source account of a workspace; null for the other kinds
 * @param name code of the cost centre, name of the account or of the workspace
 */
public record Target(Kind kind, String account, String name) implements Comparable<Target> {
  /** The cost centre of usage that no attribution rule speaks of. */
  public static final String SUSPENSE = "suspense";

  private static final Comparator<Target> ORDER =
      Comparator.comparing(Target::kind)
          .thenComparing(Target::account, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Target::name);

  /** What kind of bearer. */
  public enum Kind {
    /** A cost centre, as attribution names it. */
    @JsonProperty("cost-centre")
    COST_CENTRE("cost-centre"),
    /** An account at the source. */
    @JsonProperty("source-account")
    SOURCE_ACCOUNT("source-account"),
    /** A workspace of a source account. */
    @JsonProperty("workspace")
    WORKSPACE("workspace");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** As the API writes it. */
    public String wire() {
      return wire;
    }

    /** Reads the API's word. */
    public static Kind of(String wire) {
      for (Kind kind : values()) {
        if (kind.wire.equals(wire)) {
          return kind;
        }
      }
      throw new InvalidValueException(
          "every",
          "unknown-target",
          "Targets are of kind cost-centre, source-account or workspace.");
    }
  }

  /** Checks that a workspace, and only it, names its account. */
  public Target {
    name =
        kind == Kind.COST_CENTRE
            ? new CostCentreCode(name).code()
            : Texts.required("target", name, Texts.MAX_NAME);
    account = kind == Kind.WORKSPACE ? Texts.required("target", account, Texts.MAX_NAME) : null;
  }

  /** A cost centre. */
  public static Target costCentre(String code) {
    return new Target(Kind.COST_CENTRE, null, code);
  }

  /** An account at the source. */
  public static Target sourceAccount(String account) {
    return new Target(Kind.SOURCE_ACCOUNT, null, account);
  }

  /** A workspace of a source account. */
  public static Target workspace(String account, String name) {
    return new Target(Kind.WORKSPACE, account, name);
  }

  /**
   * Reads the text.
   *
   * @throws InvalidValueException {@code unknown-target}
   */
  @JsonCreator
  public static Target of(String text) {
    int colon = text == null ? -1 : text.indexOf(':');
    if (colon < 0) {
      throw unknown();
    }
    String rest = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "cost-centre" -> costCentre(rest);
      case "source-account" -> sourceAccount(rest);
      case "workspace" -> workspace(rest);
      default -> throw unknown();
    };
  }

  private static Target workspace(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw unknown();
    }
    String account = text.substring(0, slash).replace("%2F", "/").replace("%25", "%");
    return workspace(account, text.substring(slash + 1));
  }

  private static InvalidValueException unknown() {
    return new InvalidValueException(
        "target",
        "unknown-target",
        "'target' is cost-centre:<code>, source-account:<account> or"
            + " workspace:<source account>/<workspace>.");
  }

  @Override
  public int compareTo(Target other) {
    return ORDER.compare(this, other);
  }

  /** The one text. */
  @Override
  @JsonValue
  public String toString() {
    String prefix = account == null ? "" : account.replace("%", "%25").replace("/", "%2F") + "/";
    return kind.wire + ":" + prefix + name;
  }
}
