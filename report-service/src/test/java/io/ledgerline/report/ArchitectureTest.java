package io.ledgerline.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ledgerline.report.report.ReportKind;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The layering of report-service, each rule with its reason. */
@AnalyzeClasses(
    packages = "io.ledgerline.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Features' cores: what can be reasoned about without a server. Kinds are beans, no more. */
  private static final DescribedPredicate<JavaClass> CORE =
      resideInAnyPackage(
              "io.ledgerline.report.book",
              "io.ledgerline.report.book.csv",
              "io.ledgerline.report.meter",
              "io.ledgerline.report.gauge",
              "io.ledgerline.report.pricing",
              "io.ledgerline.report.pricing.imports..",
              "io.ledgerline.report.rating",
              "io.ledgerline.report.terms",
              "io.ledgerline.report.currency",
              "io.ledgerline.report.attribution",
              "io.ledgerline.report.attribution.imports",
              "io.ledgerline.report.allocation",
              "io.ledgerline.report.directory",
              "io.ledgerline.report.directory.change",
              "io.ledgerline.report.directory.imports",
              "io.ledgerline.report.directory.scim",
              "io.ledgerline.report.rollup",
              "io.ledgerline.report.rollup.rebuild",
              "io.ledgerline.report.reconciliation",
              "io.ledgerline.report.ledger",
              "io.ledgerline.report.schedule",
              "io.ledgerline.report.vendor.vergeos",
              "io.ledgerline.report.vendor.vergeos.query",
              "io.ledgerline.report.report",
              "io.ledgerline.report.report.sheet",
              "io.ledgerline.report.report.grouped",
              "io.ledgerline.report.report.billing",
              "io.ledgerline.report.report.capacity",
              "io.ledgerline.report.report.dailyrecords",
              "io.ledgerline.report.report.bundle",
              "io.ledgerline.report.report.dailyusage",
              "io.ledgerline.report.vendor.dynamoguard")
          .and(DescribedPredicate.not(implement(ReportKind.class)))
          .as("the pure core");

  @ArchTest
  static final ArchRule theCoreKnowsNoFramework =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "io.quarkus..",
              "io.vertx..",
              "io.smallrye..",
              "org.eclipse.microprofile..",
              "org.apache.kafka..",
              "java.sql..",
              "io.ledgerline.platform..")
          .because("rating, due times, layout and comparison are tested without any server");

  @ArchTest
  static final ArchRule theCoreDoesNotLookAtTheWallClock =
      noClasses()
          .that(CORE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("time comes in as a value, so that tests can move it");

  @ArchTest
  static final ArchRule theCoreReachesForNoEdge =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.ledgerline.report..store..",
              "io.ledgerline.report..rest..",
              "io.ledgerline.report..intake..",
              "io.ledgerline.report..making..",
              "io.ledgerline.report..client..")
          .because("an inner layer never sees an outer one");

  @ArchTest
  static final ArchRule nothingDependsOnRestButRest =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.ledgerline.report..rest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ledgerline.report..rest..")
          .because("HTTP is an edge: what it says of a thing is not the thing");

  @ArchTest
  static final ArchRule kindsKnowNothingOfEachOtherOrOfTheDatabase =
      noClasses()
          .that()
          .resideInAPackage("io.ledgerline.report.report.dailyusage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.ledgerline.report..store..", "io.ledgerline.report..making..", "io.vertx..")
          .because("a new kind is a package that touches nothing else");

  @ArchTest
  static final ArchRule resourcesAreNamedSo =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotInterfaces()
          .should()
          .haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields()
          .should()
          .notBeAnnotatedWith("jakarta.inject.Inject")
          .because("what a class needs is told by its constructor");
}
