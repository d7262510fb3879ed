package io.ledgerline.report.report.making;

import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.ledgerline.report.report.ReportKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All report kinds there are, found by themselves. */
@ApplicationScoped
public class ReportKinds {
  private final SortedMap<String, ReportKind> byName = new TreeMap<>();

  ReportKinds(@All List<ReportKind> kinds) {
    kinds.forEach(kind -> byName.put(kind.name(), kind));
  }

  /** The kind of this name. */
  public Optional<ReportKind> find(String name) {
    return Optional.ofNullable(name == null ? null : byName.get(name));
  }

  /**
   * Refuses a kind to somebody who sees only a part of the tenant, unless the kind keeps to it.
   *
   * @throws Forbidden {@code scope-not-supported}
   */
  public void requireCut(String name, Sight sight) {
    if (sight.isCut() && !find(name).map(kind -> kind.keeps(sight.scope())).orElse(true)) {
      throw new Forbidden(
          ErrorCode.SCOPE_NOT_SUPPORTED,
          "Reports of kind '%s' cannot be made for what this key is limited to.".formatted(name));
    }
  }

  /** All kinds by name. */
  public Map<String, ReportKind> all() {
    return byName;
  }
}
