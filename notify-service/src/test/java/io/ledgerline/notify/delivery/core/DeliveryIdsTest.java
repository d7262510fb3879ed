package io.ledgerline.notify.delivery.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.DeliveryTarget;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryIdsTest {
  private static final UUID RUN = UUID.fromString("0a4f1d6e-3c59-4b57-9f62-51c1a0d0b7aa");
  private static final DeliveryTarget MAIL = new DeliveryTarget.Email(List.of("a@b.example"));

  @Test
  void theSameTargetOfTheSameRunIsTheSameDelivery() {
    assertThat(DeliveryIds.of(RUN, MAIL))
        .isEqualTo(DeliveryIds.of(RUN, new DeliveryTarget.Email(List.of("a@b.example"))));
  }

  @Test
  void anotherRunOrTargetIsAnotherDelivery() {
    assertThat(
            List.of(
                DeliveryIds.of(RUN, MAIL),
                DeliveryIds.of(new UUID(1, 2), MAIL),
                DeliveryIds.of(RUN, new DeliveryTarget.Email(List.of("a@b.example", "c@d.e"))),
                DeliveryIds.of(RUN, new DeliveryTarget.S3("bucket", null)),
                DeliveryIds.of(RUN, new DeliveryTarget.S3("bucket", "x/"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theIdentityIsAUuidOfVersion8() {
    UUID id = DeliveryIds.of(RUN, MAIL);
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    // Fixed for ever: a change would deliver everything again.
    assertThat(id).hasToString("9ea701d1-2456-8a09-a527-cc88d2791dea");
  }
}
