package io.ledgerline.ingest.ledger.query;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What counts may be grouped by. */
enum CountBy {
  SOURCE_ACCOUNT("sourceAccount", "d.source_account", "NULL"),
  MODEL("model", "d.model", "NULL"),
  SOURCE("source", "s.name", "NULL"),
  PRINCIPAL("principal", "d.principal_id::text", "p.name"),
  DAY("day", "''", "NULL");

  private final String parameter;
  private final String key;
  private final String name;

  CountBy(String parameter, String key, String name) {
    this.parameter = parameter;
    this.key = key;
    this.name = name;
  }

  /** Reads the query parameter; 400 when there is no such grouping. */
  static CountBy of(String text) {
    return Arrays.stream(values())
        .filter(by -> by.parameter.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    "by",
                    "unknown",
                    "by is one of "
                        + Arrays.stream(values())
                            .map(by -> by.parameter)
                            .collect(Collectors.joining(", "))));
  }

  /** Columns {@code key} and {@code name} of a dimension set. */
  String columns() {
    return "d.id, " + key + " AS key, " + name + "::text AS name";
  }
}
