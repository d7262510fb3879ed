package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.message.DeliveryTarget;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryBodyTest {
  private static final DeliveryBody MAIL =
      new DeliveryBody("email", List.of("a@example.com"), null, null);

  @Test
  void eachChannelBecomesItsTarget() {
    assertThat(
            DeliveryBody.targets(List.of(MAIL, new DeliveryBody("s3", null, "reports", "daily/"))))
        .containsExactly(
            new DeliveryTarget.Email(List.of("a@example.com")),
            new DeliveryTarget.S3("reports", "daily/"));
    assertThat(DeliveryBody.targets(null)).isEmpty();
  }

  @Test
  void aFaultNamesTheDeliveryAndItsField() {
    assertFault(List.of(MAIL, new DeliveryBody("fax", null, null, null)), "deliveries[1].channel");
    assertFault(
        List.of(new DeliveryBody("email", List.of("no address"), null, null)), "deliveries[0].to");
    assertFault(List.of(new DeliveryBody("email", null, null, null)), "deliveries[0].to");
    assertFault(List.of(new DeliveryBody("s3", null, "A", null)), "deliveries[0].bucket");
    assertFault(
        List.of(new DeliveryBody("s3", null, "reports", "../x/")), "deliveries[0].keyPrefix");
    assertFault(Collections.singletonList(null), "deliveries[0].channel");
    assertFault(Collections.nCopies(21, MAIL), "deliveries");
  }

  private static void assertFault(List<DeliveryBody> bodies, String field) {
    assertThatThrownBy(() -> DeliveryBody.targets(bodies))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
