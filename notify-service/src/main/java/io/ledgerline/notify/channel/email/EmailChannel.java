package io.ledgerline.notify.channel.email;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.artifact.ArtifactFile;
import io.ledgerline.notify.artifact.Artifacts;
import io.ledgerline.notify.channel.Channel;
import io.ledgerline.notify.channel.ChannelInfo;
import io.ledgerline.notify.channel.Receipt;
import io.ledgerline.notify.channel.SendException;
import io.ledgerline.notify.channel.Shipment;
import io.ledgerline.notify.digest.Digest;
import io.ledgerline.notify.digest.DigestData;
import io.ledgerline.notify.digest.Digests;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One mail to all addresses of a target, the artifacts attached. A repeat has the same Message-ID.
 */
@ApplicationScoped
public class EmailChannel implements Channel {
  private static final Set<String> DAILY_USAGE = Set.of("daily-usage", "daily-usage-strict");
  private static final String BYTES = "application/octet-stream";

  private final ReactiveMailer mailer;
  private final Artifacts artifacts;
  private final Digests digests;
  private final EmailConfig config;
  private final MailServerConfig server;

  EmailChannel(
      ReactiveMailer mailer,
      Artifacts artifacts,
      Digests digests,
      EmailConfig config,
      MailServerConfig server) {
    this.mailer = mailer;
    this.artifacts = artifacts;
    this.digests = digests;
    this.config = config;
    this.server = server;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public Uni<Receipt> send(Shipment shipment) {
    List<ArtifactRef> attached =
        fits(shipment.report()) ? shipment.report().artifacts() : List.of();
    return artifacts.with(shipment.report().tenant(), attached, files -> send(shipment, files));
  }

  @Override
  public ChannelInfo info() {
    return new ChannelInfo(
        name(),
        new TreeMap<>(
            Map.of(
                "server", server.host() + ":" + server.port(),
                "from", server.from(),
                "downloadUrl", config.downloadUrl().orElse(""))),
        new TreeMap<>(
            Map.of(
                "maxAttachmentBytes",
                config.maxAttachmentSize().asLongValue(),
                "maxRecipients",
                (long) DeliveryTarget.Email.MAX_RECIPIENTS)));
  }

  private Uni<Receipt> send(Shipment shipment, List<ArtifactFile> files) {
    Mail mail = mailOf(shipment, files);
    String messageId = MessageIds.of(shipment.deliveryId(), server.from());
    mail.addHeader("Message-ID", messageId).addHeader("Auto-Submitted", "auto-generated");
    return mailer
        .send(mail)
        .ifNoItem()
        .after(config.timeout())
        .failWith(
            () ->
                new SendException(
                    false, "The mail server did not answer in " + config.timeout(), null))
        .onFailure()
        .transform(MailFailures::translate)
        .replaceWith(
            () ->
                new Receipt.Mail(
                    messageId,
                    mail.getTo().size(),
                    files.stream().map(file -> file.artifact().name()).toList()));
  }

  private Mail mailOf(Shipment shipment, List<ArtifactFile> files) {
    ReportCompleted report = shipment.report();
    Digest digest =
        digests.write(DigestData.of(report, fits(report), config.downloadUrl().orElse("")));
    Mail mail =
        new Mail()
            .setTo(((DeliveryTarget.Email) shipment.target()).to())
            .setSubject(digest.subject())
            .setText(digest.text());
    if (digest.html() != null) {
      mail.setHtml(digest.html());
    }
    files.forEach(
        file ->
            mail.addAttachment(
                file.artifact().name(),
                file.path().toFile(),
                // The contract of the daily report says so, whatever the artifact is.
                DAILY_USAGE.contains(report.kind()) ? BYTES : file.artifact().mediaType()));
    return mail;
  }

  private boolean fits(ReportCompleted report) {
    long total = report.artifacts().stream().mapToLong(ArtifactRef::size).sum();
    return total <= config.maxAttachmentSize().asLongValue();
  }
}
