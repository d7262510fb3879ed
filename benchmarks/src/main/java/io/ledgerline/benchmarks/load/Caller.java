package io.ledgerline.benchmarks.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/** One connection with its requests, kept ready in its own memory; one call at a time. */
final class Caller implements AutoCloseable {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final List<Request> requests;
  private final Answer answer = new Answer();
  private int turn;
  private Request current;
  private long startedAt;

  /**
   * A request's bytes.
   *
   * @param bytes head and body
   * @param bodyAt where the body begins
   * @param body what it was made from
   */
  private record Request(ByteBuffer bytes, int bodyAt, BodyTemplate body) {}

  Caller(Selector selector, Target target, List<BodyTemplate> bodies) throws IOException {
    channel = SocketChannel.open(target.address());
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(selector, 0, this);
    requests = bodies.stream().map(body -> request(target, body)).toList();
  }

  private static Request request(Target target, BodyTemplate body) {
    byte[] text = body.bytes();
    byte[] head = target.head(text.length);
    ByteBuffer bytes = ByteBuffer.allocateDirect(head.length + text.length);
    bytes.put(head).put(text).flip();
    return new Request(bytes, head.length, body);
  }

  /** How many events the next call will have. */
  int events() {
    return requests.get(turn).body().events();
  }

  /** When the present call should have begun. */
  long startedAt() {
    return startedAt;
  }

  Answer answer() {
    return answer;
  }

  /** Begins a call with new events. */
  void begin(long at, EventStamp stamp) throws IOException {
    current = requests.get(turn);
    turn = (turn + 1) % requests.size();
    startedAt = at;
    answer.clear();
    current.body().patch(current.bytes(), current.bodyAt(), stamp);
    current.bytes().rewind();
    write();
  }

  /**
   * Goes on with the call.
   *
   * @param scratch any buffer, overwritten
   * @return whether the answer is whole
   */
  boolean advance(ByteBuffer scratch) throws IOException {
    if (key.isWritable()) {
      write();
    }
    if (!key.isReadable()) {
      return false;
    }
    scratch.clear();
    if (channel.read(scratch) < 0) {
      throw new IOException("The server closed a connection in the middle of a call");
    }
    return answer.take(scratch.flip());
  }

  private void write() throws IOException {
    channel.write(current.bytes());
    key.interestOps(
        current.bytes().hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
