package io.ledgerline.report.testing;

import io.ledgerline.testkit.LedgerlineParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** report-service against real PostgreSQL, Kafka and object store, and a stubbed ledger. */
@QuarkusTest
@WithTestResource(
    value = LedgerlineParts.class,
    initArgs = @ResourceArg(name = "schema", value = "report"))
@WithTestResource(StubbedIngest.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReportServiceTest {}
