package io.ledgerline.notify.channel.email;

import io.ledgerline.notify.artifact.Words;
import io.ledgerline.notify.channel.SendException;
import io.vertx.ext.mail.SMTPException;

/** Reads what a mail server says when it does not take a mail. */
final class MailFailures {
  private MailFailures() {}

  /** 5xx is for good, 4xx may pass; so may everything that is no answer of the server. */
  static SendException translate(Throwable failure) {
    if (failure instanceof SMTPException smtp) {
      return new SendException(
          smtp.isPermanent(),
          "The mail server answered %d %s"
              .formatted(smtp.getReplyCode(), String.valueOf(smtp.getReplyMessage())),
          smtp);
    }
    return failure instanceof SendException known
        ? known
        : new SendException(false, "The mail did not go out: " + Words.of(failure), failure);
  }
}
