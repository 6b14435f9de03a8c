package dev.kopf.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kopf.codegen", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] STEPS = {"..codegen.io", "..codegen.analysis", "..codegen.generator"};

    @ArchTest
    static final ArchRule the_model_sees_none_of_the_steps = noClasses()
            .that()
            .resideInAPackage("..codegen.model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STEPS);

    @ArchTest
    static final ArchRule reading_and_writing_see_only_the_model = noClasses()
            .that()
            .resideInAPackage("..codegen.io")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.analysis", "..codegen.generator");

    @ArchTest
    static final ArchRule the_analysis_sees_only_the_model = noClasses()
            .that()
            .resideInAPackage("..codegen.analysis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.io", "..codegen.generator");

    @ArchTest
    static final ArchRule the_generators_see_only_the_model = noClasses()
            .that()
            .resideInAPackage("..codegen.generator")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..codegen.io", "..codegen.analysis");

    @ArchTest
    static final ArchRule only_the_generators_see_javapoet = noClasses()
            .that()
            .resideOutsideOfPackage("..codegen.generator")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule only_reading_sees_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("..codegen.io")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule nobody_sees_the_top = noClasses()
            .that()
            .resideOutsideOfPackage("dev.kopf.codegen")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.kopf.codegen");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.kopf.codegen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_library_knows_neither_maven_nor_a_cluster = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.apache.maven..", "io.fabric8..", "dev.kopf.runtime..");
}
