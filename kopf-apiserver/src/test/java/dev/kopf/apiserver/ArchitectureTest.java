package dev.kopf.apiserver;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kopf.apiserver", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule imports_run_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("top")
            .definedBy("dev.kopf.apiserver")
            .layer("http")
            .definedBy("..http")
            .layer("views")
            .definedBy("..table", "..discovery", "..traffic")
            .layer("registry")
            .definedBy("..registry")
            .layer("parts")
            .definedBy("..kind", "..schema", "..patch", "..selector")
            .layer("base")
            .definedBy("..storage", "..failure", "..json")
            .whereLayer("top")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("views")
            .mayOnlyBeAccessedByLayers("top", "http")
            .whereLayer("registry")
            .mayOnlyBeAccessedByLayers("top", "http")
            .whereLayer("parts")
            .mayOnlyBeAccessedByLayers("top", "http", "views", "registry");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.kopf.apiserver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_store_knows_neither_kinds_nor_the_web =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage("..storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..failure", "..kind", "..registry", "..http", "io.vertx..");

    @ArchTest
    static final ArchRule only_http_sees_the_web_server =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackage("..http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.vertx..");
}
