package io.ledgerline.notify;

import io.ledgerline.notify.delivery.rest.DeliveryResource;
import io.ledgerline.testkit.ScopeTable;
import org.junit.jupiter.api.Test;

class ScopeTableTest {
  @Test
  void everyCallSaysWhatItDoesForKeysThatSeeOnlyAPart() {
    ScopeTable.isAsExpected(DeliveryResource.class);
  }
}
