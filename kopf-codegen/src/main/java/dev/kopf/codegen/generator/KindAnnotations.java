package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.KindModel;
import java.util.List;

/** Writes what the CRD says about a kind as annotations of the resource class: fabric8's, and the runtime's where it has none. */
final class KindAnnotations {

    private static final String FABRIC8 = "io.fabric8.kubernetes.model.annotation";

    private final KindModel kind;

    KindAnnotations(KindModel kind) {
        this.kind = kind;
    }

    /** Annotates the class; its other Javadoc stands there already. */
    void addTo(TypeSpec.Builder type) {
        KindModel.Names names = kind.names();
        type.addAnnotation(text("Group", kind.group()));
        type.addAnnotation(version());
        type.addAnnotation(text("Kind", names.kind()));
        type.addAnnotation(text("Plural", names.plural()));
        type.addAnnotation(text("Singular", names.singular()));
        addTexts(type, "ShortNames", names.shortNames());
        addTexts(type, "Categories", names.categories());
        addSubresources(type);
        kind.details().columns().forEach(column -> type.addAnnotation(column(column)));
        String deprecation = kind.details().deprecation();
        if (deprecation != null) {
            type.addJavadoc("\n\n@deprecated $L", Javadocs.of(deprecation, "The CRD says so."))
                    .addAnnotation(Deprecated.class);
        }
    }

    private AnnotationSpec version() {
        KindModel.Details details = kind.details();
        AnnotationSpec.Builder version = text("Version", kind.version()).toBuilder();
        if (!details.served()) {
            version.addMember("served", "false");
        }
        if (!details.stored()) {
            version.addMember("storage", "false");
        }
        String deprecation = details.deprecation();
        if (deprecation != null) {
            version.addMember("deprecated", "true");
            addUnlessEmpty(version, "deprecationWarning", deprecation);
        }
        return version.build();
    }

    private void addSubresources(TypeSpec.Builder type) {
        KindModel.Subresources subresources = kind.details().subresources();
        KindModel.Scale scale = subresources.scale();
        if (!subresources.status() && scale == null) {
            return;
        }
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(Types.typed("Subresources"));
        if (subresources.status()) {
            annotation.addMember("status", "true");
        }
        if (scale != null) {
            AnnotationSpec.Builder paths = AnnotationSpec.builder(
                            Types.typed("Subresources").nestedClass("Scale"))
                    .addMember("specReplicasPath", Literals.of(scale.specReplicas()))
                    .addMember("statusReplicasPath", Literals.of(scale.statusReplicas()));
            addUnlessEmpty(paths, "labelSelectorPath", scale.labelSelector());
            annotation.addMember("scale", "$L", paths.build());
        }
        type.addAnnotation(annotation.build());
    }

    private static AnnotationSpec column(KindModel.Column column) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(Types.typed("PrinterColumn"))
                .addMember("name", Literals.of(column.name()))
                .addMember("type", Literals.of(column.value().name()))
                .addMember("jsonPath", Literals.of(column.jsonPath()));
        addUnlessEmpty(annotation, "description", column.description());
        addUnlessEmpty(annotation, "format", column.value().format());
        if (column.priority() != 0) {
            annotation.addMember("priority", "$L", column.priority());
        }
        return annotation.build();
    }

    private static void addUnlessEmpty(AnnotationSpec.Builder annotation, String member, String value) {
        if (!value.isEmpty()) {
            annotation.addMember(member, Literals.of(value));
        }
    }

    private static void addTexts(TypeSpec.Builder type, String simpleName, List<String> values) {
        if (!values.isEmpty()) {
            CodeBlock texts = values.stream().map(Literals::of).collect(CodeBlock.joining(", ", "{", "}"));
            type.addAnnotation(AnnotationSpec.builder(ClassName.get(FABRIC8, simpleName))
                    .addMember("value", texts)
                    .build());
        }
    }

    private static AnnotationSpec text(String simpleName, String value) {
        return AnnotationSpec.builder(ClassName.get(FABRIC8, simpleName))
                .addMember("value", Literals.of(value))
                .build();
    }

    /** Keeps the compiler from warning of a generated class that uses the resource class, where that is deprecated. */
    static void suppressDeprecation(TypeSpec.Builder user, KindModel kind) {
        if (kind.details().deprecation() != null) {
            user.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
    }
}
