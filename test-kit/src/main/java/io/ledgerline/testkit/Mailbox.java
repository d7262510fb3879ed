package io.ledgerline.testkit;

import io.ledgerline.local.client.MailboxClient;
import io.ledgerline.local.client.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The mailbox that catches every message, read by IMAP. */
public final class Mailbox {
  private static final Duration POLL = Duration.ofMillis(200);

  private final MailboxClient client;

  private Mailbox(MailboxClient client) {
    this.client = client;
  }

  /** The mailbox of this test JVM's mail server. */
  public static Mailbox open() {
    return new Mailbox(new MailboxClient(SuiteParts.get().description().imap()));
  }

  /** All messages, oldest first. */
  public List<ReceivedMail> messages() {
    try {
      return client.messages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for a message.
   *
   * @return the first that is as wanted
   * @throws org.awaitility.core.ConditionTimeoutException when none arrives in time
   */
  public ReceivedMail await(Duration atMost, Predicate<ReceivedMail> wanted) {
    return Awaitility.await("a message")
        .atMost(atMost)
        .pollInterval(POLL)
        .until(() -> messages().stream().filter(wanted).toList(), found -> !found.isEmpty())
        .getFirst();
  }

  /** Removes all messages. */
  public void clear() {
    try {
      client.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
