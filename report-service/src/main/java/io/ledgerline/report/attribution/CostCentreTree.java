package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cost centres that exist at one time, as known at one instant, each below its parent; sorted
 * by code. Immutable.
 */
public final class CostCentreTree {
  private final Map<CostCentreCode, Entry<CostCentreCode, CostCentre>> there = new TreeMap<>();
  private final Map<CostCentreCode, List<CostCentreCode>> below = new TreeMap<>();
  private final List<CostCentreCode> roots = new ArrayList<>();

  /** Those of {@code centres} that exist at {@code time}. */
  public CostCentreTree(Register<CostCentreCode, CostCentre> centres, Instant time) {
    for (CostCentreCode code : centres.keys()) {
      centres.at(code, time).ifPresent(entry -> there.put(code, entry));
    }
    there.forEach(
        (code, entry) -> {
          CostCentreCode parent = entry.value().above();
          if (parent == null) {
            roots.add(code);
          } else {
            below.computeIfAbsent(parent, first -> new ArrayList<>()).add(code);
          }
        });
  }

  /** Those without a parent. */
  public List<CostCentreCode> roots() {
    return List.copyOf(roots);
  }

  /** Those right below one. */
  public List<CostCentreCode> below(CostCentreCode code) {
    return List.copyOf(below.getOrDefault(code, List.of()));
  }

  /** What is known of one; null when it does not exist then. */
  public Entry<CostCentreCode, CostCentre> get(CostCentreCode code) {
    return there.get(code);
  }

  /** The codes that are named and all below them; whatever of it exists. */
  public SortedSet<String> subtrees(Collection<String> named) {
    SortedSet<String> all = new TreeSet<>(named);
    there.keySet().stream()
        .filter(code -> path(code).stream().anyMatch(above -> named.contains(above.code())))
        .forEach(code -> all.add(code.code()));
    return all;
  }

  /** Those of the codes that exist and stand below no other of them. */
  public List<CostCentreCode> tops(Collection<String> named) {
    return there.keySet().stream()
        .filter(code -> named.contains(code.code()))
        .filter(
            code -> path(code).stream().filter(above -> named.contains(above.code())).count() == 1)
        .toList();
  }

  /** The way from its root down to it, itself last. */
  public List<CostCentreCode> path(CostCentreCode code) {
    List<CostCentreCode> path = new ArrayList<>();
    for (CostCentreCode at = code; at != null && !path.contains(at); ) {
      path.addFirst(at);
      Entry<CostCentreCode, CostCentre> entry = there.get(at);
      at = entry == null ? null : entry.value().above();
    }
    return path;
  }
}
