package io.ledgerline.notify.channel.email;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mail is sent. Server, port, sender and TLS are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "ledgerline.channel.email")
public interface EmailConfig {
  /**
   * Up to how many bytes of artifacts a mail carries; above it the mail says where to download
   * them. A mail is about 4/3 of this. Default 7 MiB, which a 10 MB limit lets pass.
   */
  @WithDefault("7M")
  MemorySize maxAttachmentSize();

  /** How long the mail server may take for one mail. Default 60 s. */
  @WithDefault("60s")
  Duration timeout();

  /**
   * Address under which the reader of a mail reaches the API, without a path. Default: none, mails
   * give the path alone.
   */
  Optional<String> downloadUrl();
}
