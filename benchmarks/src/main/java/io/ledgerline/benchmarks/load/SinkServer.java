package io.ledgerline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that reads calls and answers each at once, having looked at nothing but its length: what
 * the load generator reaches against it is the most it can do at all.
 */
public final class SinkServer implements AutoCloseable {
  private static final int BUFFER = 512 << 10;
  private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final byte[] answer;

  /** Answers as if it had taken so many events with each call. */
  public SinkServer(int events) throws IOException {
    String body = "{\"results\":[],\"counts\":{\"recorded\":" + events + "}}";
    answer =
        ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
            .getBytes(StandardCharsets.US_ASCII);
    server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("sink").start(this::accept);
  }

  /** Where it is. */
  public InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().name("sink connection").start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    byte[] buffer = new byte[BUFFER];
    int size = 0;
    try (socket) {
      socket.setTcpNoDelay(true);
      for (int n = socket.getInputStream().read(buffer, 0, BUFFER); n > 0; ) {
        size += n;
        int whole = callLength(buffer, size);
        if (whole > 0 && size >= whole) {
          size = 0;
          socket.getOutputStream().write(answer);
        }
        n = socket.getInputStream().read(buffer, size, BUFFER - size);
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The length of the call that the buffer begins with, or 0 when its head is not whole yet. */
  private static int callLength(byte[] buffer, int size) {
    int length = 0;
    for (int at = 0; at + 3 < size; at++) {
      if (buffer[at] == 'C' && length == 0 && isLength(buffer, at, size)) {
        for (int i = at + LENGTH.length; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
          length = length * 10 + buffer[i] - '0';
        }
      }
      if (buffer[at] == '\r' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
        return at + 4 + length;
      }
    }
    return 0;
  }

  private static boolean isLength(byte[] buffer, int at, int size) {
    return at + LENGTH.length < size
        && java.util.Arrays.equals(buffer, at, at + LENGTH.length, LENGTH, 0, LENGTH.length);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
