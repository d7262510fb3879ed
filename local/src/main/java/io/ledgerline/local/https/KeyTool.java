package io.ledgerline.local.https;

import io.ledgerline.local.process.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool for certificates; it has no public interface in Java. */
final class KeyTool {
  private final Path keyStore;
  private final String password;

  KeyTool(Path keyStore, String password) {
    this.keyStore = keyStore;
    this.password = password;
  }

  /**
   * Makes a key pair of the P-256 curve and its certificate.
   *
   * @param alias its name in the key store
   * @param subject its distinguished name
   * @param days for how long it is good; it begins an hour ago, for clocks that are behind
   * @param extensions as the tool writes them
   * @param more further options
   * @throws IOException with what the tool says when it fails
   */
  void makeKeyPair(String alias, String subject, long days, List<String> extensions, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", keyStore.toString(), "-storepass", password));
    command.addAll(List.of("-alias", alias, "-dname", subject));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-sigalg", "SHA256withECDSA"));
    command.addAll(List.of("-startdate", "-1H", "-validity", Long.toString(days)));
    extensions.forEach(extension -> command.addAll(List.of("-ext", extension)));
    command.addAll(List.of(more));
    Commands.Outcome outcome = Commands.run(command);
    if (outcome.exit() != 0) {
      throw new IOException("keytool cannot make a certificate: " + outcome.output());
    }
  }
}
