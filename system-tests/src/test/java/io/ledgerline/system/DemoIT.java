package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The command of the README's first page. */
class DemoIT {
  private static final String[] DEMO = {"demo", "--port-offset", "3000"};

  @Test
  void theDemoDoesTheMainJobAndASecondOneCountsNothingTwice() throws Exception {
    Launcher launcher = new Launcher(Launcher.emptyFolder("demo"));

    Launcher.Outcome first = launcher.run(DEMO);

    assertThat(first.status()).as(first.output()).isZero();
    assertThat(first.output())
        .contains("8,819", "18,059,974", "245,896", "RECONCILED")
        .contains("Amazon bedrock charges incurred details for each model invocations")
        .contains("AmazonBedrock_Charges_last_24hr_each_Model/AmazonBedrock_Charges_last_24hr");
    assertThat(launcher.run("status").status()).as("nothing runs").isEqualTo(3);

    Launcher.Outcome second = launcher.run(DEMO);

    assertThat(second.status()).as(second.output()).isZero();
    assertThat(second.output()).containsPattern("(?i)duplicates?\\D*8,819|8,819\\s+duplicates?");
    assertThat(sha256In(second.output())).isEqualTo(sha256In(first.output()));
  }

  private static String sha256In(String output) {
    Matcher digest = Pattern.compile("\\b[0-9a-f]{64}\\b").matcher(output);
    assertThat(digest.find()).as("a SHA-256 in:\n" + output).isTrue();
    return digest.group();
  }
}
