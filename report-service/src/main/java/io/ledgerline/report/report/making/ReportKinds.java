package io.ledgerline.report.report.making;

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

  /** All kinds by name. */
  public Map<String, ReportKind> all() {
    return byName;
  }
}
