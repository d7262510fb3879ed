package io.ledgerline.notify.support;

import io.ledgerline.testkit.LedgerlineParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service against real parts; all such tests share one start of it. */
@QuarkusTest
@WithTestResource(
    value = LedgerlineParts.class,
    initArgs = @ResourceArg(name = "schema", value = "notify"))
@WithTestResource(ArtifactServer.class)
@WithTestResource(Impatience.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NotifyServiceTest {}
