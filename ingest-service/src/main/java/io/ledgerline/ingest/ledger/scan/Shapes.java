package io.ledgerline.ingest.ledger.scan;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of dimension sets, read when they are met. For one scan on one thread. */
public final class Shapes {
  private static final String COLUMNS = "d.id, d.tenant, d.source_account, d.meters, d.sign";
  private static final int REMEMBERED = 1_000_000;

  private final SetBook<Shape> book;
  private final Map<String, Integer> meterNumbers = new HashMap<>();
  private final List<String> meterNames = new ArrayList<>();
  private final Map<String, String> accounts = new HashMap<>();

  /** Reads through the reactive pool, because the scan's own connection is busy with its COPY. */
  public Shapes(Pool pool) {
    this.book = new SetBook<>(pool, COLUMNS, "dimension_set d", REMEMBERED, this::read);
  }

  /** The shape of a set; fails when there is none: the row was tampered with. */
  public Shape of(int dimensionSetId) {
    return book.of(dimensionSetId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a ledger row's dimension set is missing; './ledgerline verify' names it"));
  }

  /** The name of a meter. */
  public String meter(int number) {
    return meterNames.get(number);
  }

  private Shape read(Row row) {
    String[] names = row.getArrayOfStrings("meters");
    int[] meters = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      meters[i] = meterNumbers.computeIfAbsent(names[i], this::number);
    }
    return new Shape(
        row.getString("tenant"),
        accounts.computeIfAbsent(row.getString("source_account"), same -> same),
        meters,
        row.getInteger("sign"));
  }

  private int number(String name) {
    meterNames.add(name);
    return meterNames.size() - 1;
  }
}
