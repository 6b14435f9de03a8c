package dev.kopf.benchmarks;

import io.fabric8.java.generator.CRGeneratorRunner;
import io.fabric8.java.generator.Config;
import io.fabric8.java.generator.FileJavaGenerator;
import io.fabric8.java.generator.WritableCRCompilationUnit;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** fabric8's java-generator with its defaults. */
final class JavaGenerator implements Generator {

    @Override
    public String title() {
        return "java-generator";
    }

    @Override
    public void generate(Path crd, Path folder) {
        new FileJavaGenerator(new Config(), crd.toFile()).run(folder.toFile());
    }

    /** Its classes for each version; empty where it fails. */
    static Optional<List<WritableCRCompilationUnit>> classesOf(Path crd) throws IOException {
        try (InputStream yaml = Files.newInputStream(crd)) {
            CustomResourceDefinition definition = Serialization.unmarshal(yaml, CustomResourceDefinition.class);
            return Optional.of(new CRGeneratorRunner(new Config())
                    .generate(definition, packageOf(definition.getSpec().getGroup())));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Whether these are the classes of this version. */
    static boolean isOf(WritableCRCompilationUnit classes, String version) {
        return classes.getClassResults().stream()
                .flatMap(result -> result.getPackageDeclaration().stream())
                .findFirst()
                .filter(name -> name.getNameAsString().endsWith("." + version))
                .isPresent();
    }

    /** The package that it gives to a group. */
    static String packageOf(String group) {
        List<String> parts = Arrays.asList(group.replace('-', '_').split("\\.", -1));
        Collections.reverse(parts);
        return String.join(".", parts);
    }
}
