package io.ledgerline.report.attribution;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Cost centres, rules and usage for tests. */
public final class Rules {
  /** The start. */
  public static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

  public static final Instant MOVED = Instant.parse("2026-01-15T10:15:00Z");
  public static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant LEARNT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Provenance BY = new Provenance("test", "tester");

  private Rules() {}

  public static RuleMatch match(Map<String, String> named) {
    Map<String, String> rest = new TreeMap<>(named);
    String account = rest.remove("account");
    String workspace = rest.remove("workspace");
    String project = rest.remove("project");
    String model = rest.remove("model");
    return new RuleMatch(account, workspace, project, null, new TreeMap<>(rest), model);
  }

  public static Dimensions usage(Map<String, String> said) {
    Map<String, String> rest = new TreeMap<>(said);
    String account = rest.remove("account");
    String workspace = rest.remove("workspace");
    String project = rest.remove("project");
    String model = rest.remove("model");
    return new Dimensions(
        account == null ? "any" : account,
        null,
        workspace,
        project,
        null,
        model,
        null,
        null,
        PriceClass.NONE,
        Labels.of(rest));
  }

  public static Draft<RuleMatch, RuleTarget> rule(Map<String, String> named, String centre) {
    return rule(named, centre, Validity.ALWAYS);
  }

  public static Draft<RuleMatch, RuleTarget> rule(
      Map<String, String> named, String centre, Validity when) {
    return new Draft<>(match(named), centre == null ? null : new RuleTarget(centre), when);
  }

  public static Draft<CostCentreCode, CostCentre> centre(String code, String parent) {
    return centre(code, parent, Validity.ALWAYS);
  }

  public static Draft<CostCentreCode, CostCentre> centre(
      String code, String parent, Validity when) {
    return new Draft<>(
        new CostCentreCode(code),
        new CostCentre(code, parent, null, null, Currency.getInstance("EUR")),
        when);
  }

  public static Draft<CostCentreCode, CostCentre> gone(String code, Validity when) {
    return new Draft<>(new CostCentreCode(code), null, when);
  }

  /** A book that learnt the drafts one after the other, a second each. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <K, V> Register<K, V> book(Draft<K, V>... drafts) {
    return book(List.of(drafts));
  }

  public static <K, V> Register<K, V> book(List<Draft<K, V>> drafts) {
    return book(drafts, Instant.MAX);
  }

  public static <K, V> Register<K, V> book(List<Draft<K, V>> drafts, Instant knownAt) {
    List<Entry<K, V>> entries = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<K, V> draft = drafts.get(i);
      entries.add(
          new Entry<>(
              new UUID(1, i),
              draft.key(),
              draft.value(),
              draft.validity(),
              LEARNT.plusSeconds(i),
              BY));
    }
    Instant last = LEARNT.plusSeconds(drafts.size());
    return new Register<>(knownAt.isAfter(last) ? last : knownAt, entries);
  }

  public static Instant learnt(int index) {
    return LEARNT.plusSeconds(index);
  }
}
