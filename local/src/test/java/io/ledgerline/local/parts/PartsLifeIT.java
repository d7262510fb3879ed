package io.ledgerline.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.local.client.MailboxClient;
import io.ledgerline.local.client.StoreClient;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsLifeIT {
  @TempDir private Path data;

  private static Connection ingest(PartsDescription parts) throws SQLException {
    return DriverManager.getConnection(
        parts.postgres().jdbcUrl(), "ingest", parts.postgres().roles().get("ingest"));
  }

  private static void send(PartsDescription parts) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", parts.smtp().host());
    properties.setProperty("mail.smtp.port", Integer.toString(parts.smtp().port()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("ledgerline@example.com"));
    message.setRecipients(Message.RecipientType.TO, "a@example.com");
    message.setSubject("kept");
    message.setText("text");
    Transport.send(message);
  }

  @Test
  void whatWasWrittenIsThereAfterARestartAndNoProcessIsLeftBetween() throws Exception {
    LaunchedParts first = LaunchedParts.start(data, "--ephemeral-ports", "postgres", "mail", "s3");
    PartsDescription parts = first.awaitUp();
    try (Connection connection = ingest(parts)) {
      connection.createStatement().execute("CREATE TABLE kept (id int)");
    }
    send(parts);
    try (StoreClient store = new StoreClient(parts.s3())) {
      store.put(Buckets.ARTIFACTS, "kept", "bytes".getBytes(StandardCharsets.UTF_8));
    }
    List<ProcessHandle> family = first.family();
    assertThat(family).hasSizeGreaterThan(2);

    first.closeInput();

    assertThat(first.awaitEnd()).isZero();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    try (LaunchedParts second =
        LaunchedParts.start(data, "--ephemeral-ports", "postgres", "mail", "s3")) {
      PartsDescription again = second.awaitUp();
      try (Connection connection = ingest(again)) {
        connection.createStatement().execute("SELECT count(*) FROM kept");
      }
      assertThat(new MailboxClient(again.imap()).messages())
          .singleElement()
          .satisfies(mail -> assertThat(mail.subject()).isEqualTo("kept"));
      try (StoreClient store = new StoreClient(again.s3())) {
        assertThat(store.get(Buckets.ARTIFACTS, "kept")).asString().isEqualTo("bytes");
      }
    }
  }

  @Test
  void theDatabaseDiesWithAKilledParentAndStartsAgainOnItsData() throws IOException {
    LaunchedParts first = LaunchedParts.start(data, "--ephemeral-ports", "postgres");
    first.awaitUp();
    List<ProcessHandle> family = first.family();

    first.kill();

    Awaitility.await("end of the database")
        .atMost(Duration.ofSeconds(30))
        .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    try (LaunchedParts second = LaunchedParts.start(data, "--ephemeral-ports", "postgres")) {
      assertThat(second.awaitUp().postgres().port()).isPositive();
    }
  }

  @Test
  void afterAKillOfTheServersMainProcessNothingOfItWritesBesideTheNewOne() throws Exception {
    LaunchedParts first = LaunchedParts.start(data, "--ephemeral-ports", "postgres");
    PartsDescription parts = first.awaitUp();
    ProcessHandle server =
        first.family().stream()
            .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
            .filter(p -> p.children().findAny().isPresent())
            .findFirst()
            .orElseThrow();
    List<ProcessHandle> orphans = server.children().toList();
    new ProcessBuilder("kill", "-STOP", Long.toString(orphans.getFirst().pid())).start().waitFor();
    server.destroyForcibly();
    assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(orphans.getFirst().isAlive()).as("a process that has not noticed yet").isTrue();
    first.kill();

    try (LaunchedParts second = LaunchedParts.start(data, "--ephemeral-ports", "postgres")) {
      assertThat(second.awaitUp().postgres().database()).isEqualTo(parts.postgres().database());
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aPortInUseIsSaidInOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int offset = taken.getLocalPort() - PartPorts.standard(0).postgres();
      LaunchedParts parts = LaunchedParts.start(data, "--port-offset=" + offset, "postgres");

      assertThat(parts.awaitEnd()).isEqualTo(1);
      assertThat(parts.said()).contains("ledgerline: Port " + taken.getLocalPort() + " is in use");
    }
  }
}
