package io.ledgerline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the service's packages may lean on each other, and why. */
class ArchitectureTest {
  private static final String BASE = "io.ledgerline.ingest.";

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ledgerline.ingest");

  @Test
  void whatDecidesAboutEventsIsPure() {
    classes()
        .that()
        .resideInAnyPackage(
            BASE + "ledger.canon..", BASE + "ledger.batch..", BASE + "inlet.bedrock..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.ledgerline.contracts..",
            "com.fasterxml.jackson.core..",
            BASE + "ledger.canon..",
            BASE + "ledger.batch..",
            BASE + "inlet.bedrock..",
            BASE + "inlet")
        .because("digests, batches and the meaning of a log must be the same whatever runs them")
        .check(SERVICE);
  }

  @Test
  void whatIsPureDoesNotAskForTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage(
            BASE + "ledger.canon..", BASE + "ledger.batch..", BASE + "inlet.bedrock..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time is a dependency, and pure code has none")
        .check(SERVICE);
  }

  @Test
  void nobodyButTheClockKnowsTheTime() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests move the clock")
        .check(SERVICE);
  }

  @Test
  void inletsSeeOfTheLedgerOnlyWhatItShows() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + "inlet..", BASE + "outbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + "ledger.*..")
        .because("the package ledger itself is its face; how it keeps its promises is its own")
        .check(SERVICE);
  }

  @Test
  void theLedgerKnowsNobodyWhoUsesIt() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + "inlet..", BASE + "outbox..")
        .because("data move one way: inlet, ledger, outbox")
        .check(SERVICE);
  }

  @Test
  void inletsDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "inlet.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + "inlet.s3..", BASE + "inlet.bedrock..", BASE + "inlet.quarantine..")
        .check(SERVICE);
    noClasses()
        .that()
        .resideInAPackage(BASE + "inlet.quarantine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + "inlet.s3..", BASE + "inlet.bedrock..", BASE + "inlet.http..")
        .because("any inlet without a caller may use the quarantine")
        .check(SERVICE);
  }

  @Test
  void dependenciesComeThroughConstructors() {
    fields().should().notBeAnnotatedWith(Inject.class).check(SERVICE);
  }

  @Test
  void noDoorIsOpenToEverybody() {
    methods().should().notBeAnnotatedWith(PermitAll.class).check(SERVICE);
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(SERVICE);
  }
}
