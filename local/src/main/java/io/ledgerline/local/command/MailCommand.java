package io.ledgerline.local.command;

import io.ledgerline.local.client.KeptMail;
import io.ledgerline.local.client.ReceivedMail;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the mail that the local mail server has taken, running or not. */
@Command(
    name = "mail",
    mixinStandardHelpOptions = true,
    description = "Lists the mail that was sent, or shows one message.")
public final class MailCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Of the message to show.")
  private Integer number;

  @Override
  public Integer call() throws IOException, SuiteException {
    List<KeptMail> all = KeptMail.in(SuiteFolder.find().data().resolve("mail"));
    PrintWriter out = spec.commandLine().getOut();
    if (number == null) {
      list(out, all);
    } else if (number < 1 || number > all.size()) {
      throw new SuiteException("There is no message " + number + ": there are " + all.size() + ".");
    } else {
      show(out, all.get(number - 1));
    }
    out.flush();
    return 0;
  }

  private static void list(PrintWriter out, List<KeptMail> all) {
    if (all.isEmpty()) {
      out.println("No mail has been sent.");
    }
    for (int i = 0; i < all.size(); i++) {
      ReceivedMail mail = all.get(i).mail();
      out.printf(
          "%3d  %s  to %s  %s%s%n",
          i + 1,
          all.get(i).receivedAt(),
          String.join(", ", mail.to()),
          mail.subject(),
          mail.attachments().isEmpty() ? "" : "  (" + mail.attachments().size() + " attached)");
    }
  }

  private static void show(PrintWriter out, KeptMail kept) {
    ReceivedMail mail = kept.mail();
    out.println("From:    " + mail.from());
    out.println("To:      " + String.join(", ", mail.to()));
    out.println("Subject: " + mail.subject());
    for (ReceivedMail.Attachment file : mail.attachments()) {
      out.printf(
          "File:    %s (%s, %,d bytes)%n", file.name(), file.mediaType(), file.bytes().length);
    }
    out.println("Kept as: " + Console.shown(kept.file()));
    out.println();
    out.println(mail.text().stripTrailing());
  }
}
