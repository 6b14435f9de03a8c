package dev.kopf.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kopf.maven", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule the_plugin_sees_the_top_of_the_generator_and_its_model_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.kopf.codegen.io",
                    "dev.kopf.codegen.analysis",
                    "dev.kopf.codegen.generator",
                    "com.palantir.javapoet..",
                    "org.snakeyaml..",
                    "dev.kopf.runtime..");
}
