package io.ledgerline.report;

import io.ledgerline.report.report.rest.RunResource;
import io.ledgerline.testkit.ScopeTable;
import org.junit.jupiter.api.Test;

class ScopeTableTest {
  @Test
  void everyCallSaysWhatItDoesForKeysThatSeeOnlyAPart() {
    ScopeTable.isAsExpected(RunResource.class);
  }
}
