package io.ledgerline.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses PLATFORM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ledgerline.platform");

  @Test
  void packagesDoNotDependOnEachOtherInACircle() {
    slices().matching("io.ledgerline.platform.(*)..").should().beFreeOfCycles().check(PLATFORM);
  }

  @Test
  void theWordsOfUsageAreNoneOfPlatformsBusiness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.ledgerline.contracts.usage..")
        .because("platform serves every service and holds nothing of the domain")
        .check(PLATFORM);
  }

  @Test
  void theTimeIsAskedOfTheInjectedClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ledgerline.platform.time")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests move the clock")
        .check(PLATFORM);
  }
}
