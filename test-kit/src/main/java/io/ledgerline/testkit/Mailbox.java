package io.ledgerline.testkit;

import io.ledgerline.local.parts.PartsDescription;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The mailbox that catches every message, read by IMAP. */
public final class Mailbox {
  private static final Duration POLL = Duration.ofMillis(200);

  private final PartsDescription.Imap at;

  private Mailbox(PartsDescription.Imap at) {
    this.at = at;
  }

  /** The mailbox of this test JVM's mail server. */
  public static Mailbox open() {
    return new Mailbox(SuiteParts.get().description().imap());
  }

  /** All messages, oldest first. */
  public List<ReceivedMail> messages() {
    return inInbox(
        inbox -> {
          List<ReceivedMail> all = new ArrayList<>();
          for (Message message : inbox.getMessages()) {
            all.add(MailReader.read(message));
          }
          return all;
        });
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
    inInbox(
        inbox -> {
          for (Message message : inbox.getMessages()) {
            message.setFlag(Flags.Flag.DELETED, true);
          }
          inbox.expunge();
          return null;
        });
  }

  private <T> T inInbox(InboxWork<T> work) {
    Properties quick = new Properties();
    quick.setProperty("mail.imap.connectiontimeout", "5000");
    quick.setProperty("mail.imap.timeout", "10000");
    try (Store store = Session.getInstance(quick).getStore("imap")) {
      store.connect(at.host(), at.port(), at.user(), at.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        return work.with(inbox);
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Cannot read the mailbox", e);
    }
  }

  private interface InboxWork<T> {
    T with(Folder inbox) throws MessagingException, IOException;
  }
}
