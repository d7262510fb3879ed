package io.ledgerline.ingest.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An updating statement with parameters {@code $1}, {@code $2} … as the reactive client has them,
 * for {@link Afterwards}. A parameter may stand in it several times.
 */
public final class NumberedStatement {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private final String sql;
  private final List<Integer> order = new ArrayList<>();

  /** Reads the statement once; to be kept in a constant. */
  public NumberedStatement(String sql) {
    Matcher parameters = PARAMETER.matcher(sql);
    while (parameters.find()) {
      order.add(Integer.parseInt(parameters.group(1)) - 1);
    }
    this.sql = parameters.replaceAll("?");
  }

  /**
   * Executes it.
   *
   * @param values texts, numbers, booleans, UUIDs, times, and arrays of {@code String}, {@code
   *     Long} or {@code UUID}; null only where the statement gives the type
   * @return how many rows it changed
   */
  public int update(Connection connection, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < order.size(); i++) {
        Object value = values[order.get(i)];
        if (value instanceof Object[] elements) {
          statement.setArray(i + 1, array(connection, elements));
        } else {
          statement.setObject(i + 1, value);
        }
      }
      return statement.executeUpdate();
    }
  }

  private static Array array(Connection connection, Object[] elements) throws SQLException {
    String type =
        switch (elements) {
          case Long[] ignored -> "int8";
          case UUID[] ignored -> "uuid";
          default -> "text";
        };
    return connection.createArrayOf(type, elements);
  }
}
