package io.ledgerline.ingest.ledger.write;

import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Ledger rows as one array a column, which is how one statement takes any number of them. */
final class RowArrays {
  private final OffsetDateTime[] times;
  private final Integer[] batches;
  private final Integer[] dimensionSets;
  private final Short[] positions;
  private final UUID[] uuids;
  private final String[] texts;
  private final String[] quantities;
  private final String[] labels;
  private int size;

  RowArrays(int capacity) {
    times = new OffsetDateTime[capacity];
    batches = new Integer[capacity];
    dimensionSets = new Integer[capacity];
    positions = new Short[capacity];
    uuids = new UUID[capacity];
    texts = new String[capacity];
    quantities = new String[capacity];
    labels = new String[capacity];
  }

  /**
   * Adds the members of a batch.
   *
   * @param batch from 1
   */
  void add(int batch, List<Candidate> members) {
    for (int position = 0; position < members.size(); position++) {
      Candidate member = members.get(position);
      String id = member.event().identity().id();
      times[size] = BatchRows.utc(member.fact().time());
      batches[size] = batch;
      dimensionSets[size] = member.dimensionSetId();
      positions[size] = (short) position;
      uuids[size] = EventIdText.asUuid(id).orElse(null);
      texts[size] = uuids[size] == null ? id : null;
      quantities[size] = QuantityText.values(member.event().quantities());
      labels[size] = LabelsJson.of(member.event().tags(), member.event().attributes());
      size++;
    }
  }

  void addTo(Tuple tuple) {
    tuple
        .addArrayOfOffsetDateTime(times)
        .addArrayOfInteger(batches)
        .addArrayOfInteger(dimensionSets)
        .addArrayOfShort(positions)
        .addArrayOfUUID(uuids)
        .addArrayOfString(texts)
        .addArrayOfString(quantities)
        .addArrayOfString(labels);
  }
}
