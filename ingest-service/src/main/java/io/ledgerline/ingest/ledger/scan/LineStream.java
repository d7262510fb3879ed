package io.ledgerline.ingest.ledger.scan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Streams JSON lines that are read piece by piece, each piece only when the reader has taken the
 * one before. An item is some lines joined by line feeds, without one at its end; the last item is
 * the end line, by which a reader knows that nothing was cut off.
 */
@ApplicationScoped
public class LineStream {
  /**
   * What is streamed; holds where it is. Called by one thread at a time, not always the same one.
   */
  public interface Source {
    /**
     * The next lines; may be empty when a piece of the ledger had none.
     *
     * @return null when there is nothing further
     */
    List<String> next(Connection connection) throws SQLException;

    /** The end line, asked for once at the end. */
    String end();
  }

  private final ReadConnections connections;

  LineStream(ReadConnections connections) {
    this.connections = connections;
  }

  /** The lines of a source, which must not have been streamed before. */
  public Multi<byte[]> of(Source source) {
    Multi<byte[]> lines =
        Multi.createBy()
            .repeating()
            .uni(() -> connections.call(connection -> piece(source, connection)))
            .whilst(piece -> piece != END)
            .filter(piece -> piece.length > 0);
    return Multi.createBy()
        .concatenating()
        .streams(lines, Multi.createFrom().uni(Uni.createFrom().item(() -> bytes(source.end()))));
  }

  private static final byte[] END = new byte[0];

  private static byte[] piece(Source source, Connection connection) throws SQLException {
    List<String> lines = source.next(connection);
    return lines == null ? END : bytes(String.join("\n", lines));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
