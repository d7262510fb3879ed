package io.ledgerline.local.client;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Takes a message apart. */
final class MailReader {
  private final List<ReceivedMail.Attachment> attachments = new ArrayList<>();
  private String text = "";

  private MailReader() {}

  static ReceivedMail read(Message message) throws MessagingException, IOException {
    MailReader reader = new MailReader();
    reader.walk(message);
    return new ReceivedMail(
        message.getSubject(),
        texts(message.getFrom()).getFirst(),
        texts(message.getRecipients(Message.RecipientType.TO)),
        reader.text,
        List.copyOf(reader.attachments));
  }

  private static List<String> texts(Address[] addresses) {
    return addresses == null ? List.of("") : Stream.of(addresses).map(Address::toString).toList();
  }

  private void walk(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        walk(parts.getBodyPart(i));
      }
    } else if (part.getFileName() != null) {
      String type = part.getContentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
      try (InputStream bytes = part.getInputStream()) {
        attachments.add(
            new ReceivedMail.Attachment(part.getFileName(), type, bytes.readAllBytes()));
      }
    } else if (text.isEmpty() && part.isMimeType("text/*")) {
      text = part.getContent().toString();
    }
  }
}
