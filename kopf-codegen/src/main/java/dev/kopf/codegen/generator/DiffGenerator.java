package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes what changed in an object, typed: for the resource, and for each object in it. */
final class DiffGenerator {

    private final ClassName subject;
    private final ClassName diff;

    private DiffGenerator(ClassName subject, ClassName diff) {
        this.subject = subject;
        this.diff = diff;
    }

    static SourceFile generate(ResourceModel model) {
        DiffGenerator generator = new DiffGenerator(Types.of(model.name()), Types.of(model.diffName()));
        TypeSpec.Builder type = generator
                .diffClass()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(Types.nullable(generator.subject), "oldValue")
                        .addParameter(Types.nullable(generator.subject), "newValue")
                        .addStatement("super(oldValue, newValue)")
                        .build())
                .addMethod(generator.between(CodeBlock.of("oldValue, newValue")))
                .addMethod(metadata(model.types().stanzas().stream()
                        .anyMatch(stanza -> stanza.type().isSecret())));
        Changes changes = new Changes(generator.subject, model.types().accessors());
        model.types().stanzas().forEach(stanza -> type.addMethod(change(changes, stanza)));
        KindAnnotations.suppressDeprecation(type, model.kind());
        return JavaFiles.of(model.diffName(), type);
    }

    static SourceFile generate(ObjectModel model) {
        DiffGenerator generator = new DiffGenerator(Types.of(model.name()), Types.of(model.diffName()));
        ClassName states = Types.essence("JsonStates");
        TypeSpec.Builder type = generator
                .diffClass()
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Of two states as JSON; from typed ones {@link #between} makes it.")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(states, "states")
                        .addStatement("super(states, $L)", Types.object(generator.subject))
                        .build())
                .addMethod(generator.between(CodeBlock.of("$T.of(oldValue, newValue)", states)));
        Changes changes = new Changes(generator.subject, model.accessors());
        model.properties().forEach(property -> type.addMethod(change(changes, property)));
        return JavaFiles.of(model.diffName(), type);
    }

    private TypeSpec.Builder diffClass() {
        return TypeSpec.classBuilder(diff)
                .addJavadoc(
                        "What changed between two states of {@link $T}. Nothing is compared before it is asked for.",
                        subject)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.essence("ObjectDiff"), subject));
    }

    private MethodSpec between(CodeBlock arguments) {
        return MethodSpec.methodBuilder("between")
                .addJavadoc("What changed from one state of an object to another; null where it was, or is, absent.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(diff)
                .addParameter(Types.nullable(subject), "oldValue")
                .addParameter(Types.nullable(subject), "newValue")
                .addStatement("return new $T($L)", diff, arguments)
                .build();
    }

    private static MethodSpec metadata(boolean secret) {
        ClassName metadata = Types.essence("MetadataDiff");
        return MethodSpec.methodBuilder("metadata")
                .addJavadoc("What changed in the metadata.")
                .addModifiers(Modifier.PUBLIC)
                .returns(metadata)
                .addStatement("return new $T(states($S), $L)", metadata, "metadata", secret)
                .build();
    }

    private static MethodSpec change(Changes changes, PropertyModel property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.javaName())
                .addJavadoc("What changed in $L.", Javadocs.code(property.jsonName()))
                .addModifiers(Modifier.PUBLIC);
        changes.addTo(method, property);
        return Deprecations.mark(method, property).build();
    }
}
