package dev.kopf.example.evc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"dev.kopf.example.evc", "org.zalando"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule neither_authors_nor_generated_code_need_internals =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.kopf.runtime.internal..");

    @ArchTest
    static final ArchRule generated_code_knows_nothing_of_the_author = noClasses()
            .that()
            .resideInAPackage("org.zalando..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.kopf.example..");

    @ArchTest
    static final ArchRule generated_classes_bind_json_by_annotations_only = noClasses()
            .that()
            .resideInAPackage("org.zalando..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
}
