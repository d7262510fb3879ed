package io.ledgerline.local.client;

import io.ledgerline.local.parts.PartsDescription;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a mailbox by IMAP, as any mail program does. One connection per call. */
public final class MailboxClient {
  private final PartsDescription.Imap at;

  /** A reader of the inbox there; nothing is connected yet. */
  public MailboxClient(PartsDescription.Imap at) {
    this.at = at;
  }

  /**
   * All messages, oldest first.
   *
   * @throws IOException when the mailbox cannot be read
   */
  public List<ReceivedMail> messages() throws IOException {
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
   * Removes all messages.
   *
   * @throws IOException when the mailbox cannot be written
   */
  public void clear() throws IOException {
    inInbox(
        inbox -> {
          for (Message message : inbox.getMessages()) {
            message.setFlag(Flags.Flag.DELETED, true);
          }
          inbox.expunge();
          return null;
        });
  }

  private <T> T inInbox(InboxWork<T> work) throws IOException {
    Properties quick = new Properties();
    quick.setProperty("mail.imap.connectiontimeout", "5000");
    quick.setProperty("mail.imap.timeout", "10000");
    try (Store store = Session.getInstance(quick).getStore("imap")) {
      store.connect(at.host(), at.port(), at.user(), at.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        return work.with(inbox);
      }
    } catch (MessagingException e) {
      throw new IOException("Cannot read the mailbox at port " + at.port(), e);
    }
  }

  private interface InboxWork<T> {
    T with(Folder inbox) throws MessagingException, IOException;
  }
}
