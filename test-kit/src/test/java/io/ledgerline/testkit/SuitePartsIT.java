package io.ledgerline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.local.client.ReceivedMail;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.local.parts.PartsDescription;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SuitePartsIT {
  private final PartsDescription parts = SuiteParts.get().description();

  @Test
  void aRecordIsReadBackAndTopicsCanBeEmptied() {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send("usage.recorded", "b-1", bytes("first"));

      assertThat(kafka.awaitCount("usage.recorded", 1))
          .anySatisfy(record -> assertThat(record.value()).isEqualTo(bytes("first")));

      kafka.emptyAllTopics();
      assertThat(kafka.records("usage.recorded")).isEmpty();
    }
  }

  @Test
  void anObjectIsReadBackAndListed() {
    try (S3Probe store = S3Probe.connect()) {
      store.createBucket("probe");
      store.createBucket("probe");
      store.put("probe", "a/b/c.json.gz", bytes("object"));

      assertThat(store.get("probe", "a/b/c.json.gz")).isEqualTo(bytes("object"));
      assertThat(store.keys("probe", "a/")).containsExactly("a/b/c.json.gz");
    }
  }

  @Test
  void aMessageToTwoPeopleLandsOnceInTheMailboxWithItsAttachment() throws Exception {
    send("Usage of yesterday", "it is attached", "usage.csv", bytes("a,b\n"));

    ReceivedMail mail =
        Mailbox.open().await(Duration.ofSeconds(30), m -> m.subject().startsWith("Usage"));

    assertThat(mail.to()).containsExactly("a@example.com", "b@example.com");
    assertThat(mail.text().strip()).isEqualTo("it is attached");
    assertThat(mail.attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.bytes()).isEqualTo(bytes("a,b\n")));
    assertThat(Mailbox.open().messages()).hasSize(1);
    Mailbox.open().clear();
    assertThat(Mailbox.open().messages()).isEmpty();
  }

  @Test
  void theResourceGivesAServiceItsOwnFreshDatabase() throws Exception {
    LedgerlineParts resource = new LedgerlineParts();
    resource.init(Map.of("schema", "report"));
    Map<String, String> configuration = resource.start();
    try (Connection database = connect(configuration)) {
      database.createStatement().execute("CREATE TABLE run (id int)");
      assertThatThrownBy(() -> database.createStatement().execute("CREATE TABLE ingest.x (id int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
    resource.stop();
    assertThatThrownBy(() -> connect(configuration)).hasMessageContaining("does not exist");
  }

  @Test
  void aPartThatWasTakenAwayComesBackWithItsData() {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send("report.completed", "r-1", bytes("kept"));
    }
    for (PartName part : PartName.values()) {
      SuiteParts.get().outageOf(part).close();
    }
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      assertThat(kafka.awaitCount("report.completed", 1))
          .anySatisfy(record -> assertThat(record.value()).isEqualTo(bytes("kept")));
    }
  }

  @Test
  void duringAnOutageThePartCannotBeReached() {
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES)) {
      assertThat(outage).isNotNull();
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      "jdbc:postgresql://127.0.0.1:" + parts.postgres().port() + "/ledgerline",
                      "ingest",
                      parts.postgres().roles().get("ingest")))
          .hasMessageContaining("refused");
    }
  }

  private static Connection connect(Map<String, String> c) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                c.get("ledgerline.database.host"),
                c.get("ledgerline.database.port"),
                c.get("ledgerline.database.name")),
        c.get("ledgerline.database.user"),
        c.get("ledgerline.database.password"));
  }

  private void send(String subject, String text, String fileName, byte[] file) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", parts.smtp().host());
    properties.setProperty("mail.smtp.port", Integer.toString(parts.smtp().port()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("ledgerline@example.com"));
    message.setRecipients(
        Message.RecipientType.TO, InternetAddress.parse("a@example.com,b@example.com"));
    message.setSubject(subject);
    MimeBodyPart body = new MimeBodyPart();
    body.setText(text);
    MimeBodyPart attachment = new MimeBodyPart();
    attachment.setDataHandler(
        new jakarta.activation.DataHandler(
            new ByteArrayDataSource(file, "application/octet-stream")));
    attachment.setFileName(fileName);
    attachment.setHeader("Content-Transfer-Encoding", "base64");
    message.setContent(new MimeMultipart(body, attachment));
    Transport.send(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
