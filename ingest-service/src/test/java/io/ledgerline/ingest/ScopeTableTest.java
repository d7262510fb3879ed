package io.ledgerline.ingest;

import io.ledgerline.ingest.inlet.http.EventResource;
import io.ledgerline.testkit.ScopeTable;
import org.junit.jupiter.api.Test;

class ScopeTableTest {
  @Test
  void everyCallSaysWhatItDoesForKeysThatSeeOnlyAPart() {
    ScopeTable.isAsExpected(EventResource.class);
  }
}
