package io.ledgerline.local.command;

import io.ledgerline.local.bundle.BundleCheck;
import io.ledgerline.local.bundle.BundleVerdict;
import io.ledgerline.local.bundle.PublicKeyFile;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Has the running suite prove its ledger, and shows what is not as it was committed; or proves a
 * report's bundle, which needs no suite.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves the ledger: computes rows, batches, chain and keys anew and holds them against each"
          + " other.",
      "With a head that a report or a watermark told, also that nobody rewrote all of it.",
      "With a FILE: proves a report's bundle, offline: its signature and the digest of each file."
    },
    exitCodeOnInvalidInput = VerifyCommand.FAILED,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all is proved",
      "1:something is not as it was committed, or not as it was signed",
      "3:it could not be verified"
    })
public final class VerifyCommand implements Callable<Integer> {
  static final int FAILED = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String HEAD = "[0-9a-fA-F]{64}";

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Charge time such as 2026-01-31T00:00:00Z. Default: everything.")
  private Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Exclusive.")
  private Instant to;

  @Option(
      names = "--expect-head",
      paramLabel = "HEX",
      description = "What the chain's value must be at the seal number of --at.")
  private String expectHead;

  @Option(names = "--at", paramLabel = "SEALNO", description = "Seal number of --expect-head.")
  private Long at;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A report's bundle (.zip) to be proved instead of the ledger.")
  private Path bundle;

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description =
          "File with the public key that must have signed it; from GET /api/v1/signing-keys."
              + " Default: the key that the bundle carries, whose id is told.")
  private Path key;

  @Override
  public Integer call() throws InterruptedException {
    if ((expectHead == null) != (at == null)) {
      throw new ParameterException(
          spec.commandLine(), "--expect-head and --at belong together: a head and its seal number");
    }
    if (expectHead != null && !expectHead.matches(HEAD)) {
      throw new ParameterException(spec.commandLine(), "--expect-head has 64 hexadecimal digits");
    }
    if (bundle != null) {
      return verifyBundle();
    }
    if (key != null) {
      throw new ParameterException(spec.commandLine(), "--key belongs to a bundle's FILE");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    VerificationText text =
        new VerificationText(out, System.console() != null ? err : null, expectHead, at);
    try {
      SuiteAccess.to(Service.INGEST, err).lines(path(), PATIENCE, text::line);
      return text.finish() ? 0 : text.isComplete() ? 1 : FAILED;
    } catch (IOException | SuiteException e) {
      err.println("ledgerline: " + e.getMessage());
      return FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int verifyBundle() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (expectHead != null || from != null || to != null) {
      throw new ParameterException(
          spec.commandLine(), "--from, --to, --expect-head and --at belong to the ledger");
    }
    try {
      PublicKey expected = key == null ? null : PublicKeyFile.read(key);
      BundleVerdict verdict = BundleCheck.check(bundle, expected);
      verdict.tell(out);
      return verdict.isProved() ? 0 : 1;
    } catch (NoSuchFileException e) {
      err.println("ledgerline: there is no file " + e.getFile());
      return FAILED;
    } catch (IOException e) {
      err.println("ledgerline: " + bundle + " cannot be verified: " + e.getMessage());
      return FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private String path() {
    StringBuilder path = new StringBuilder("/api/v1/ledger/verification?");
    if (from != null) {
      path.append("from=").append(from).append('&');
    }
    if (to != null) {
      path.append("to=").append(to).append('&');
    }
    return at == null ? path.toString() : path.append("headAt=").append(at).toString();
  }
}
