package io.ledgerline.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Messages as {@code .eml} files, named so that they sort by arrival. Not for several threads. */
final class MailFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private int kept;

  private MailFolder(Path folder, int kept) {
    this.folder = folder;
    this.kept = kept;
  }

  static MailFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new MailFolder(folder, MessageFiles.in(folder).size());
  }

  /** Keeps one more message: as a whole, or not at all. */
  void keep(MimeMessage message) throws IOException, MessagingException {
    kept++;
    String name = "%s-%04d.eml".formatted(STAMP.format(Instant.now()), kept);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    Path part = folder.resolve(name + ".part");
    Files.write(part, bytes.toByteArray());
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** All that is kept, oldest first. */
  List<MimeMessage> messages() throws IOException {
    List<MimeMessage> messages = new ArrayList<>();
    for (Path file : MessageFiles.in(folder)) {
      messages.add(MessageFiles.read(file));
    }
    return messages;
  }
}
