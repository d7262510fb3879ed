package io.ledgerline.local.client;

import io.ledgerline.local.mail.MessageFiles;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as the mail server keeps it in a file.
 *
 * @param file the {@code .eml} file
 * @param mail what is in it
 */
public record KeptMail(Path file, ReceivedMail mail) {
  /** When the server took it, to the second, in UTC. */
  public String receivedAt() {
    return file.getFileName()
        .toString()
        .replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d).*", "$1-$2-$3 $4:$5:$6Z");
  }

  /**
   * All messages of the mail server's folder, oldest first.
   *
   * @throws IOException when one cannot be read
   */
  public static List<KeptMail> in(Path folder) throws IOException {
    List<KeptMail> kept = new ArrayList<>();
    for (Path file : MessageFiles.in(folder)) {
      try {
        kept.add(new KeptMail(file, MailReader.read(MessageFiles.read(file))));
      } catch (MessagingException e) {
        throw new IOException("Not a readable message: " + file, e);
      }
    }
    return kept;
  }
}
