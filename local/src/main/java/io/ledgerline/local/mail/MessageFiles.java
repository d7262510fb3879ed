package io.ledgerline.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The {@code .eml} files that the mail server keeps messages in. */
public final class MessageFiles {
  private MessageFiles() {}

  /**
   * The files of a folder, oldest first; none when there is no such folder.
   *
   * @throws IOException when it cannot be read
   */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
    }
  }

  /**
   * The message in a file.
   *
   * @throws IOException when it cannot be read, or is none
   */
  public static MimeMessage read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), bytes);
    } catch (MessagingException e) {
      throw new IOException("Not a mail message: " + file, e);
    }
  }
}
