package io.ledgerline.notify.channel.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.DeliveryTarget;
import org.junit.jupiter.api.Test;

class ObjectKeysTest {
  private static final String FILE = "AmazonBedrock_Charges_last_24hr_each_Model_1700188200000.csv";

  @Test
  void theDailyUsageReportLiesWhereTheOriginalPutIt() {
    assertThat(ObjectKeys.of(new DeliveryTarget.S3("reports", null), "daily-usage", FILE))
        .isEqualTo("AmazonBedrock_Charges_last_24hr_each_Model/" + FILE);
  }

  @Test
  void aPrefixComesFirst() {
    assertThat(ObjectKeys.of(new DeliveryTarget.S3("reports", "finance/"), "daily-usage", FILE))
        .isEqualTo("finance/AmazonBedrock_Charges_last_24hr_each_Model/" + FILE);
  }

  @Test
  void anyOtherKindLiesInAFolderOfItsName() {
    assertThat(ObjectKeys.of(new DeliveryTarget.S3("reports", "a/"), "statement", "may.pdf"))
        .isEqualTo("a/statement/may.pdf");
  }
}
