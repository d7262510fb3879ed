package io.ledgerline.report.ledger.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;

/**
 * Closes the connection of an answer that is closed before its end. Without that the client reads
 * on to the end by itself, however long that is, and the ledger keeps a database connection for a
 * reader that is not there.
 */
public class AbandonedAnswers implements ClientResponseFilter {
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext answer) {
    if (answer.getEntityStream() != null
        && request instanceof ResteasyReactiveClientRequestContext reactive) {
      RestClientRequestContext call = reactive.unwrap(RestClientRequestContext.class);
      answer.setEntityStream(
          new Answer(
              answer.getEntityStream(), () -> call.getHttpClientRequest().connection().close()));
    }
  }

  /** Knows whether it was read to its end. */
  static final class Answer extends FilterInputStream {
    private final Runnable abandon;
    private boolean atEnd;
    private boolean closed;

    Answer(InputStream in, Runnable abandon) {
      super(in);
      this.abandon = abandon;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      atEnd |= b < 0;
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      atEnd |= count < 0;
      return count;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        if (!atEnd) {
          abandon.run();
        }
        super.close();
      }
    }
  }
}
