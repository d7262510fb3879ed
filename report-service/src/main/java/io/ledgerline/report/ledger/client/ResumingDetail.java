package io.ledgerline.report.ledger.client;

import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Reads the detail stream and takes it up again when it is cut: from the last event's time on,
 * passing over as many events of that time as were taken already. A stream is whole only with its
 * last line; the count there must be what came. Memory: one event, however many have the same time.
 */
final class ResumingDetail implements LedgerDetail {
  private static final Logger LOG = Logger.getLogger(ResumingDetail.class);

  private final Instant from;
  private final Function<Instant, InputStream> open;
  private final int retries;
  private LedgerLine lastLine;
  private Instant last;
  private long takenAtLast;
  private long toPassOver;
  private boolean moved;

  /**
   * Prepares.
   *
   * @param from inclusive start
   * @param open opens the stream of the events from an instant on
   * @param retries how often a cut stream is taken up again without having moved
   */
  ResumingDetail(Instant from, Function<Instant, InputStream> open, int retries) {
    this.from = from;
    this.open = open;
    this.retries = retries;
  }

  @Override
  public void forEach(Taker taker) throws IOException {
    int standing = 0;
    while (true) {
      moved = false;
      String cut = readOnce(taker);
      if (cut == null) {
        return;
      }
      standing = moved ? 0 : standing + 1;
      if (standing > retries) {
        throw new LedgerUnavailableException("the ledger's detail was cut: " + cut, null);
      }
      LOG.warnf("The ledger's detail was cut, going on at %s: %s", last, cut);
    }
  }

  /** Returns null at the stream's proper end, else why it was cut. */
  private String readOnce(Taker taker) throws IOException {
    long lines = 0;
    toPassOver = takenAtLast;
    try (InputStream stream = open.apply(last == null ? from : last);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      while (true) {
        DetailLine line = next(text);
        switch (line) {
          case null -> {
            return "it has no last line";
          }
          case DetailLine.End end -> {
            requireWhole(end.count(), lines);
            readOut(text);
            return null;
          }
          case DetailLine.Event event -> {
            lines++;
            take(event.line(), taker);
          }
        }
      }
    } catch (CutException e) {
      return e.getMessage();
    }
  }

  /** A hole in the middle cannot be filled by going on: the report has to be begun again. */
  private static void requireWhole(long told, long came) {
    if (told != came) {
      throw new LedgerUnavailableException(
          "the ledger's detail has a hole: " + told + " told, " + came + " came", null);
    }
  }

  /** To the very end, or the connection is closed instead of used again; the detail is whole. */
  private static void readOut(BufferedReader text) {
    try {
      text.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      LOG.debug("The ledger's detail was cut behind its last line", e);
    }
  }

  /** A line, or null at the end; what goes wrong while reading is a cut, not the taker's fault. */
  private static DetailLine next(BufferedReader text) throws CutException {
    try {
      String line = text.readLine();
      return line == null ? null : DetailLine.Reader.read(line);
    } catch (IOException | RuntimeException e) {
      throw new CutException(e);
    }
  }

  private void take(LedgerLine line, Taker taker) throws IOException {
    if (toPassOver > 0) {
      toPassOver--;
      requireSame(line);
      return;
    }
    takenAtLast = line.time().equals(last) ? takenAtLast + 1 : 1;
    last = line.time();
    lastLine = line;
    moved = true;
    taker.take(line);
  }

  /** At a watermark the ledger says the same in the same order: if it does not, begin again. */
  private void requireSame(LedgerLine line) {
    boolean same =
        toPassOver > 0
            ? line.time().equals(last)
            : line.source().equals(lastLine.source()) && line.id().equals(lastLine.id());
    if (!same) {
      throw new LedgerUnavailableException(
          "the ledger's detail says something else than before at " + line.time(), null);
    }
  }

  private static final class CutException extends IOException {
    private static final long serialVersionUID = 1L;

    CutException(Throwable cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}
