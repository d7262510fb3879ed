package io.ledgerline.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An SMTP server that takes mail for anybody and keeps it in one mailbox, which can be read by
 * IMAP. Every message is also a file, so that it is there again after a restart.
 */
public final class MailServer implements AutoCloseable {
  /** The mailbox's user. */
  public static final String USER = "ledgerline";

  private static final String LOOPBACK = "127.0.0.1";

  private final GreenMail server;
  private final MailFolder folder;
  private MovingMessage lastDelivered;

  private MailServer(GreenMail server, MailFolder folder) {
    this.server = server;
    this.folder = folder;
  }

  /**
   * Starts both servers and fills the mailbox with the messages that were kept.
   *
   * @param folder where messages are kept, one {@code .eml} file each
   * @param password of the mailbox
   * @throws IOException when the folder cannot be read
   */
  public static MailServer start(Path folder, int smtpPort, int imapPort, String password)
      throws IOException {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
            });
    MailServer mail = new MailServer(server, MailFolder.open(folder));
    GreenMailUser mailbox = server.setUser(USER + "@localhost", USER, password);
    GreenMailUser copies = server.setUser("copies@localhost", "copies", password);
    for (MimeMessage message : mail.folder.messages()) {
      mailbox.deliver(message);
    }
    server
        .getUserManager()
        .setMessageDeliveryHandler((message, to) -> mail.keep(message, to, mailbox, copies));
    server.start();
    return mail;
  }

  /** A message to several recipients is handled once for each, and lands in the mailbox once. */
  private synchronized GreenMailUser keep(
      MovingMessage message, MailAddress to, GreenMailUser mailbox, GreenMailUser copies)
      throws MessagingException, UserException {
    if (message == lastDelivered) {
      return copies;
    }
    try {
      folder.keep(message.getMessage());
    } catch (IOException e) {
      throw new MessagingException("Cannot keep the message for " + to.getEmail(), e);
    }
    lastDelivered = message;
    return mailbox;
  }

  /** Stops both servers. */
  @Override
  public void close() {
    server.stop();
  }
}
