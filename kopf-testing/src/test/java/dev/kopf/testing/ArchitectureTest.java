package dev.kopf.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kopf.testing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule authors_are_given_the_public_runtime_only =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.kopf.runtime.internal..");

    @ArchTest
    static final ArchRule nothing_of_the_generator_is_needed =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.kopf.codegen..");

    @ArchTest
    static final ArchRule fixtures_stand_for_themselves = noClasses()
            .that()
            .resideInAPackage("dev.kopf.testing.fixtures")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.kopf.testing");

    @ArchTest
    static final ArchRule only_arbitraries_need_jqwik = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ResourceArbitraries(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.jqwik..");

    @ArchTest
    static final ArchRule all_is_where_it_is_looked_for =
            classes().should().resideInAnyPackage("dev.kopf.testing", "dev.kopf.testing.fixtures");
}
