package io.ledgerline.platform.problem;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Stops reading a body that is too large and did not say so before, such as a chunked one. Only
 * what callers send is limited: answers of a service's own calls, such as the ledger's events, may
 * be of any length.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyLimit implements ReaderInterceptor {
  /**
   * Asked at each request: providers are made while the native image is built, before configuration
   * is there.
   */
  private final Instance<HttpConfig> config;

  BodyLimit(Instance<HttpConfig> config) {
    this.config = config;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    long maxBytes = config.get().maxBodySize().asLongValue();
    context.setInputStream(new Limited(context.getInputStream(), maxBytes));
    return context.proceed();
  }

  /** Fails with {@link PayloadTooLarge} at the first byte above the limit. */
  static final class Limited extends FilterInputStream {
    private final long maxBytes;
    private long count;

    Limited(InputStream in, long maxBytes) {
      super(in);
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    /** In one piece when it is known how much there is; the default gathers small ones. */
    @Override
    public byte[] readAllBytes() throws IOException {
      byte[] bytes = new byte[Math.max(0, (int) Math.min(in.available(), maxBytes))];
      int filled = readNBytes(bytes, 0, bytes.length);
      byte[] rest = super.readAllBytes();
      if (rest.length == 0 && filled == bytes.length) {
        return bytes;
      }
      byte[] all = Arrays.copyOf(bytes, filled + rest.length);
      System.arraycopy(rest, 0, all, filled, rest.length);
      return all;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > maxBytes) {
        throw PayloadTooLarge.body(maxBytes);
      }
    }
  }
}
