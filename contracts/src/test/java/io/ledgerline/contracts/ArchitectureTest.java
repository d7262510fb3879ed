package io.ledgerline.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The words stay pure: whoever speaks them must not be forced to take a framework along. */
class ArchitectureTest {
  private static final JavaClasses CONTRACTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ledgerline.contracts");

  @Test
  void contractsDependOnNothingButTheJdkAndJacksonsAnnotations() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.ledgerline.contracts..", "com.fasterxml.jackson.annotation..")
        .because("every service and every test reads these records, whatever it is built with")
        .check(CONTRACTS);
  }

  @Test
  void messagesMayUseUsageWordsButNotTheOtherWayRound() {
    classes()
        .that()
        .resideInAPackage("io.ledgerline.contracts.usage..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("io.ledgerline.contracts.message..")
        .because("a fact exists before anybody sends a message about it")
        .check(CONTRACTS);
  }
}
