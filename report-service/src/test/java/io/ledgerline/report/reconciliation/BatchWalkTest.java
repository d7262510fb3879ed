package io.ledgerline.report.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BatchWalkTest {
  @Property(tries = 300)
  void everyBatchIsToldOnceAndOnItsSide(@ForAll Set<Byte> ledger, @ForAll Set<Byte> applied) {
    Told told = new Told();
    BatchWalk.walk(source(ids(ledger)), source(ids(applied)), told);
    Set<UUID> both = ids(ledger);
    both.retainAll(ids(applied));
    Set<UUID> missing = ids(ledger);
    missing.removeAll(both);
    Set<UUID> later = ids(applied);
    later.removeAll(both);
    assertThat(told.both).containsExactlyElementsOf(both);
    assertThat(told.missing).containsExactlyElementsOf(missing);
    assertThat(told.later).containsExactlyElementsOf(later);
  }

  @Test
  void theOrderIsThatOfTheBytesAndNotOfSignedNumbers() {
    UUID low = UUID.fromString("10000000-0000-4000-8000-000000000000");
    UUID high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
    assertThat(BatchWalk.ORDER.compare(low, high)).isNegative();
    assertThat(low.compareTo(high)).as("what Java says").isPositive();
  }

  @Test
  void batchesOutOfOrderAreRefusedInsteadOfComparedWrongly() {
    BatchSource wrong = source(List.of(id((byte) 2), id((byte) 1)));
    assertThatThrownBy(() -> BatchWalk.walk(wrong, () -> null, new Told()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sorted");
  }

  private static SortedSet<UUID> ids(Set<Byte> numbers) {
    SortedSet<UUID> ids = new TreeSet<>(BatchWalk.ORDER);
    numbers.forEach(number -> ids.add(id(number)));
    return ids;
  }

  private static UUID id(byte number) {
    return new UUID((long) number << 56, number);
  }

  private static BatchSource source(Iterable<UUID> ids) {
    Iterator<UUID> all = ids.iterator();
    return () -> all.hasNext() ? new BatchSums(all.next(), Sums.NONE) : null;
  }

  private static final class Told implements BatchWalk.Visitor {
    private final List<UUID> both = new ArrayList<>();
    private final List<UUID> missing = new ArrayList<>();
    private final List<UUID> later = new ArrayList<>();

    @Override
    public void both(UUID batch, Sums ledger, Sums applied) {
      both.add(batch);
    }

    @Override
    public void missing(BatchSums ledger) {
      missing.add(ledger.batchId());
    }

    @Override
    public void later(BatchSums applied) {
      later.add(applied.batchId());
    }
  }
}
