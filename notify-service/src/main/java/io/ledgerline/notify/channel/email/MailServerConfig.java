package io.ledgerline.notify.channel.email;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server as {@code quarkus.mailer.*} names it, for what we say about it. */
@Singleton
class MailServerConfig {
  private final String host;
  private final int port;
  private final String from;

  MailServerConfig(
      @ConfigProperty(name = "quarkus.mailer.host") String host,
      @ConfigProperty(name = "quarkus.mailer.port") int port,
      @ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.host = host;
    this.port = port;
    this.from = from;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String from() {
    return from;
  }
}
