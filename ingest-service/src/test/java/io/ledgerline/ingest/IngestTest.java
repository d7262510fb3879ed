package io.ledgerline.ingest;

import io.ledgerline.testkit.LedgerlineParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service against the real parts, with a database of its own. */
@QuarkusTest
@WithTestResource(
    value = LedgerlineParts.class,
    initArgs = @ResourceArg(name = "schema", value = "ingest"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IngestTest {}
