package io.ledgerline.notify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The layers of this service; a new dependency across them needs a reason better than ease. */
class ArchitectureTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ledgerline.notify");

  @Test
  void theRulesOfADeliveryArePure() {
    classes()
        .that()
        .resideInAPackage("..delivery.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.ledgerline.contracts..", "..delivery.core..")
        .because("what becomes of a delivery is decided without clock, database or framework")
        .check(SERVICE);
  }

  @Test
  void channelsKnowNothingOfDeliveries() {
    noClasses()
        .that()
        .resideInAnyPackage("..channel..", "..digest..", "..artifact..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..delivery..")
        .because("a channel sends once and keeps no state; when to try again is decided elsewhere")
        .check(SERVICE);
  }

  @Test
  void channelsDoNotKnowEachOther() {
    slices()
        .matching("io.ledgerline.notify.channel.(email|s3)..")
        .should()
        .notDependOnEachOther()
        .check(SERVICE);
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    slices().matching("io.ledgerline.notify.(*)..").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..delivery.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..sqlclient..", "org.hibernate..", "jakarta.persistence..")
        .check(SERVICE);
  }

  @Test
  void onlyTheEdgesSpeakHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..rest..", "..artifact..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(SERVICE);
  }

  @Test
  void dependenciesComeThroughConstructors() {
    fields().should().notBeAnnotatedWith(Inject.class).check(SERVICE);
  }
}
