package io.ledgerline.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ledgerline.notify.channel.SendException;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetServer;
import io.vertx.mutiny.ext.mail.MailClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The mail client's own failures, from a server that talks SMTP and says no. */
class MailFailuresTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void stop() {
    VERTX.closeAndAwait();
  }

  @Test
  void a5xxIsForGood() {
    SendException failure = sendTo("550 5.1.1 no such user here");
    assertThat(failure.isPermanent()).isTrue();
    assertThat(failure).hasMessageContaining("550").hasMessageContaining("no such user here");
  }

  @Test
  void a4xxMayPass() {
    SendException failure = sendTo("451 4.3.0 try again later");
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure).hasMessageContaining("451").hasMessageContaining("try again later");
  }

  @Test
  void aServerThatIsAwayMayComeBack() {
    SendException failure = send(1);
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure).hasMessageContaining("refused");
  }

  @Test
  void aServerThatHangsUpMayRecover() {
    NetServer server =
        VERTX
            .createNetServer()
            .connectHandler(
                socket -> {
                  socket.writeAndForget("220 test ESMTP\r\n");
                  socket.handler(line -> socket.closeAndForget());
                });
    server.listen(0, "127.0.0.1").await().atMost(SOON);
    assertThat(send(server.actualPort()).isPermanent()).isFalse();
  }

  private static SendException sendTo(String answerToRecipient) {
    NetServer server =
        VERTX
            .createNetServer()
            .connectHandler(
                socket -> {
                  socket.writeAndForget("220 test ESMTP\r\n");
                  socket.handler(
                      line -> {
                        boolean recipient = line.toString().startsWith("RCPT");
                        socket.writeAndForget(
                            (recipient ? answerToRecipient : "250 fine") + "\r\n");
                      });
                });
    server.listen(0, "127.0.0.1").await().atMost(SOON);
    return send(server.actualPort());
  }

  private static SendException send(int port) {
    MailClient client =
        MailClient.create(
            VERTX, new MailConfig().setHostname("127.0.0.1").setPort(port).setKeepAlive(false));
    MailMessage mail =
        new MailMessage()
            .setFrom("a@example.org")
            .setTo("b@example.org")
            .setSubject("s")
            .setText("t");
    Throwable failure = catchThrowable(() -> client.sendMail(mail).await().atMost(SOON));
    return MailFailures.translate(failure.getCause() == null ? failure : failure.getCause());
  }
}
