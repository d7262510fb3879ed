package io.ledgerline.platform.problem;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a body that is too large and did not say so before, such as a chunked one. */
@Provider
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

    private void count(int bytes) {
      count += bytes;
      if (count > maxBytes) {
        throw PayloadTooLarge.body(maxBytes);
      }
    }
  }
}
