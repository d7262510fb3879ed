package io.ledgerline.system.chaos.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server and loses every answer: it passes the request on, waits for
 * the first byte of the answer, which comes after all that the server does, and cuts both
 * connections.
 */
public final class CutProxy implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final ServerSocket door;
  private final int serverPort;
  private final AtomicInteger cut = new AtomicInteger();

  private CutProxy(ServerSocket door, int serverPort) {
    this.door = door;
    this.serverPort = serverPort;
  }

  /** Stands before that port of this machine. */
  public static CutProxy before(int serverPort) throws IOException {
    CutProxy proxy =
        new CutProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
    Thread.ofPlatform().daemon().name("cut-proxy").start(proxy::accept);
    return proxy;
  }

  /** Where clients find it. */
  public String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** How many answers it has lost. */
  public int answersLost() {
    return cut.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      Thread.ofVirtual().start(() -> passOn(client, server));
      if (server.getInputStream().read() >= 0) {
        cut.incrementAndGet();
      }
    } catch (IOException gone) {
      // The client sees the same: a connection that ends without an answer.
    }
  }

  private static void passOn(Socket client, Socket server) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException cutOff) {
      // That is what we are for.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
