package io.ledgerline.report.vendor.vergeos;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What of a record is one owner's. Parts add up to the record, before it is rounded.
 *
 * @param owner whose
 * @param values by measured field; of a percentage the sum over the owner's resources
 * @param resources over how many resources percentages go
 * @param workload samples of anything but storage
 * @param storage samples of storage
 */
public record RecordPart(
    Owner owner,
    Map<RecordField, BigDecimal> values,
    BigDecimal resources,
    long workload,
    long storage) {
  /** Copies. */
  public RecordPart {
    values = Map.copyOf(values);
  }

  /** A record that is one account's as a whole. */
  public static RecordPart whole(BillingRecord made, String account) {
    Map<RecordField, BigDecimal> values = new EnumMap<>(RecordField.class);
    RecordField.MEASURED.forEach(
        field -> values.put(field, BigDecimal.valueOf(made.number(field))));
    return new RecordPart(
        new Owner(account, List.of()),
        values,
        BigDecimal.ONE,
        made.number(RecordField.WORKLOAD_DATAPOINTS),
        made.number(RecordField.STORAGE_DATAPOINTS));
  }
}
