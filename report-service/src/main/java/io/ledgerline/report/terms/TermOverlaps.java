package io.ledgerline.report.terms;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses terms of which neither is the more specific, though some usage falls under both. */
public final class TermOverlaps {
  private TermOverlaps() {}

  /**
   * The faults of drafts.
   *
   * @param code what such a fault is called, such as {@code overlapping-discount}
   */
  public static <V> List<DraftFault> faults(
      String code, Register<TermMatch, V> book, List<Draft<TermMatch, V>> drafts) {
    Register<TermMatch, V> supposed = book.supposing(drafts);
    TermContenders contenders = new TermContenders(supposed.keys());
    List<DraftFault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<TermMatch, V> draft = drafts.get(i);
      if (!draft.isWithdrawal()) {
        int index = i;
        contender(supposed, contenders, draft.key())
            .ifPresent(other -> faults.add(fault(index, code, draft.key(), other, book)));
      }
    }
    return faults;
  }

  private static <V> Optional<Entry<TermMatch, V>> contender(
      Register<TermMatch, V> supposed, TermContenders contenders, TermMatch match) {
    return contenders
        .of(match)
        .flatMap(other -> together(supposed.spans(match), supposed.spans(other)).stream())
        .findFirst();
  }

  private static <V> Optional<Entry<TermMatch, V>> together(
      List<Span<TermMatch, V>> mine, List<Span<TermMatch, V>> theirs) {
    return theirs.stream()
        .filter(other -> mine.stream().anyMatch(span -> span.when().overlaps(other.when())))
        .findFirst()
        .map(Span::entry);
  }

  private static <V> DraftFault fault(
      int index,
      String code,
      TermMatch match,
      Entry<TermMatch, V> other,
      Register<TermMatch, V> book) {
    boolean known =
        book.versions(other.key()).stream().anyMatch(entry -> entry.id().equals(other.id()));
    return new DraftFault(
        index,
        "",
        code,
        "(%s) names as many things as %s (%s), and usage may fall under both. Name one thing more in either."
            .formatted(
                match, known ? "entry " + other.id() : "another of this request", other.key()));
  }
}
