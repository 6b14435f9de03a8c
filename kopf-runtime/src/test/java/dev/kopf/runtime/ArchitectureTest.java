package dev.kopf.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the packages, and what they show (design: "The runtime: one event's way"). */
final class ArchitectureTest {

    private static final String ROOT = "dev.kopf.runtime";
    private static final String CLIENT = "io.fabric8.kubernetes.client..";

    /** From top to bottom: imports run downward only. Some of them are still to come. */
    private static final List<String> ORDER = List.of(
            "internal.reactor",
            "internal.peering",
            "internal.background",
            "internal.execution",
            "internal.indexing",
            "internal.client",
            "internal.logging",
            "internal.recording",
            "progress",
            "handler",
            "cause",
            "essence",
            "typed",
            "resource");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void imports_run_downward_only() {
        var layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("top")
                .definedBy(ROOT);
        for (String name : ORDER) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
        }
        List<String> above = new ArrayList<>(List.of("top"));
        layers = layers.whereLayer("top").mayNotBeAccessedByAnyLayer();
        for (String name : ORDER) {
            layers = layers.whereLayer(name).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            above.add(name);
        }
        layers.check(CLASSES);
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOT), ORDER.stream().map(name -> ROOT + "." + name + ".."))
                                .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_one_package_talks_to_the_api_server() {
        DescribedPredicate<JavaClass> namedOnly = DescribedPredicate.describe(
                "is KubernetesClient or CustomResource",
                type -> type.getName().equals("io.fabric8.kubernetes.client.KubernetesClient"));
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".internal.client..", ROOT + ".typed..")
                .should()
                .dependOnClassesThat(resideInAPackage(CLIENT).and(DescribedPredicate.not(namedOnly)))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".internal.client..",
                        ROOT + ".internal.execution..",
                        ROOT + ".handler..",
                        ROOT + ".typed..")
                .should()
                .dependOnClassesThat(resideInAPackage(CLIENT))
                .check(CLASSES);
    }

    @Test
    void generated_classes_take_of_the_client_what_custom_resources_are() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".typed..")
                .should()
                .dependOnClassesThat(resideInAPackage(CLIENT)
                        .and(DescribedPredicate.describe(
                                "is not CustomResource",
                                type -> !type.getName().equals("io.fabric8.kubernetes.client.CustomResource"))))
                .check(CLASSES);
    }

    @Test
    void the_log_is_spoken_to_by_slf4j_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.logging..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("ch.qos.logback..", "java.util.logging..", "org.apache.log4j.."))
                .check(CLASSES);
    }

    @Test
    void the_public_api_shows_neither_jackson_nor_internals() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage("..internal..")
                .should(showNo(resideInAnyPackage("com.fasterxml.jackson..", "..internal..")))
                .check(CLASSES);
    }

    /** What public and protected members take, give and throw. */
    private static ArchCondition<JavaClass> showNo(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("show no type that " + hidden.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(ArchitectureTest::isVisible)
                        .filter(member -> shown(member).anyMatch(hidden))
                        .forEach(member ->
                                events.add(SimpleConditionEvent.violated(member, member.getFullName() + " shows it")));
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || (member.getModifiers().contains(JavaModifier.PROTECTED)
                        && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
    }

    private static Stream<JavaClass> shown(JavaMember member) {
        Stream<JavaType> types = member instanceof JavaCodeUnit unit
                ? Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                : Stream.of(((JavaField) member).getType());
        Stream<JavaClass> thrown =
                member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.of();
        return Stream.concat(types.flatMap(type -> type.getAllInvolvedRawTypes().stream()), thrown);
    }
}
