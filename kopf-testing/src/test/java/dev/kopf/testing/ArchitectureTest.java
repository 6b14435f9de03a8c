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
    static final ArchRule all_is_in_one_package = classes().should().resideInAPackage("dev.kopf.testing");
}
