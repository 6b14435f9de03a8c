package dev.kopf.codegen.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks who uses a CRD as it was released, and what does not. */
final class SchemaGateTest {

    private static final String CRD = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.t.dev}
        spec:
          group: t.dev
          scope: Namespaced
          names: {kind: Thing, plural: things, singular: thing, shortNames: [th]}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a: SCHEMA}}}}}
        """;

    @TempDir
    private Path folder;

    private List<CrdDocument> read(String name, String crd) throws IOException {
        return CrdReader.read(List.of(Files.writeString(folder.resolve(name), crd)))
                .documents();
    }

    private List<Problem> compare(String before, String after, Tolerance tolerance) throws IOException {
        return SchemaGate.compare(read("before.yaml", before), read("after.yaml", after), tolerance);
    }

    private static String withField(String schema) {
        return CRD.replace("SCHEMA", schema);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        KopfTypeChanged          | {type: string}                      | {type: integer}
        KopfTypeChanged          | {type: integer}                     | {x-kubernetes-int-or-string: true}
        KopfTypeChanged          | {x-kubernetes-preserve-unknown-fields: true} | {type: object}
        KopfFieldRemoved         | {type: object, properties: {b: {type: string}, c: {type: string}}} | {type: object, properties: {b: {type: string}}}
        KopfFieldRemoved         | {type: array, items: {type: object, properties: {b: {type: string}, c: {type: string}}}} | {type: array, items: {type: object, properties: {b: {type: string}}}}
        KopfEnumNarrowed         | {type: string, enum: [x, y]}        | {type: string, enum: [x]}
        KopfEnumNarrowed         | {type: string}                      | {type: string, enum: [x]}
        KopfRangeNarrowed        | {type: integer}                     | {type: integer, minimum: 0}
        KopfRangeNarrowed        | {type: integer, minimum: 1}         | {type: integer, minimum: 2}
        KopfRangeNarrowed        | {type: integer, minimum: 1}         | {type: integer, minimum: 1, exclusiveMinimum: true}
        KopfRangeNarrowed        | {type: integer, maximum: 9}         | {type: integer, maximum: 8}
        KopfRangeNarrowed        | {type: number, maximum: 9}          | {type: number, maximum: 9, exclusiveMaximum: true}
        KopfRangeNarrowed        | {type: integer, multipleOf: 2}      | {type: integer, multipleOf: 4}
        KopfRangeNarrowed        | {type: string}                      | {type: string, minLength: 1}
        KopfRangeNarrowed        | {type: string, maxLength: 9}        | {type: string, maxLength: 8}
        KopfRangeNarrowed        | {type: string}                      | {type: string, pattern: x}
        KopfRangeNarrowed        | {type: string, pattern: x}          | {type: string, pattern: y}
        KopfRangeNarrowed        | {type: string}                      | {type: string, format: date}
        KopfRangeNarrowed        | {type: integer, format: int64}      | {type: integer, format: int32}
        KopfRangeNarrowed        | {type: array, items: {type: string}} | {type: array, maxItems: 3, items: {type: string}}
        KopfRangeNarrowed        | {type: array, items: {type: string}} | {type: array, minItems: 1, items: {type: string}}
        KopfRangeNarrowed        | {type: array, items: {type: string}} | {type: array, uniqueItems: true, items: {type: string}}
        KopfRangeNarrowed        | {type: array, items: {type: string}} | {type: array, items: {type: string, maxLength: 3}}
        KopfRangeNarrowed        | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: {type: string, maxLength: 3}}
        KopfRangeNarrowed        | {type: object, additionalProperties: {type: string}} | {type: object, maxProperties: 3, additionalProperties: {type: string}}
        KopfNewlyRequired        | {type: object, properties: {b: {type: string}}} | {type: object, required: [b], properties: {b: {type: string}}}
        KopfNewlyRequired        | {type: object}                      | {type: object, required: [b], properties: {b: {type: string}}}
        KopfNullableRemoved      | {type: string, nullable: true}      | {type: string}
        KopfUnknownFieldsDropped | {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object}
        KopfUnknownFieldsDropped | {type: object, additionalProperties: true} | {type: object}
        KopfUnknownFieldsDropped | {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object, additionalProperties: true}
        KopfUnknownFieldsDropped | {type: object, x-kubernetes-embedded-resource: true} | {type: object}
        KopfUnknownFieldsNarrowed | {type: object, additionalProperties: true} | {type: object, additionalProperties: {type: string}}
        KopfUnknownFieldsNarrowed | {type: object, additionalProperties: {}} | {type: object, additionalProperties: {type: string}}
        KopfUnknownFieldsNarrowed | {type: object, additionalProperties: true} | {type: object, additionalProperties: true, properties: {b: {type: string}}}
        KopfUnknownFieldsNarrowed | {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {b: {enum: [x]}}}
        KopfUnknownFieldsNarrowed | {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object, x-kubernetes-preserve-unknown-fields: true, additionalProperties: {type: string}}
        KopfTypeChanged          | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: {type: string}, properties: {b: {type: integer}}}
        KopfTypeChanged          | {type: array}                       | {type: array, items: {type: string}}
        KopfNewlyRequired        | {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object, x-kubernetes-preserve-unknown-fields: true, x-kubernetes-embedded-resource: true}
        KopfUnknownFieldsDropped | {type: object, additionalProperties: {type: string}} | {type: object}
        KopfDefaultChanged       | {type: integer, default: 1}         | {type: integer, default: 2}
        KopfDefaultChanged       | {type: integer, default: 1}         | {type: integer}
        KopfListTypeChanged      | {type: array, items: {type: string}} | {type: array, x-kubernetes-list-type: set, items: {type: string}}
        KopfListTypeChanged      | {type: object}                      | {type: object, x-kubernetes-map-type: atomic}
        KopfRuleAdded            | {type: string}                      | {type: string, x-kubernetes-validations: [{rule: self != ''}]}
        KopfRuleAdded            | {type: string}                      | {type: string, not: {enum: [x]}}
        KopfRuleAdded            | {type: string, anyOf: [{enum: [x]}]} | {type: string, anyOf: [{enum: [y]}]}
        KopfRuleAdded            | {type: object, anyOf: [{properties: {title: {enum: [x]}}}]} | {type: object, anyOf: [{properties: {title: {enum: [y]}}}]}
        KopfRuleAdded            | {type: object, anyOf: [{enum: [{title: x}]}]} | {type: object, anyOf: [{enum: [{title: y}]}]}
        """)
    void it_breaks_and_nothing_else_is_told(Problem.Id id, String before, String after) throws IOException {
        assertThat(compare(withField(before), withField(after), Tolerance.NONE))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.id()).isEqualTo(id);
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.source()).endsWith("after.yaml");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {type: string}                             | {type: string}
        {type: string, description: old}           | {type: string, description: new, title: other}
        {type: object, properties: {b: {type: string}}} | {type: object, properties: {b: {type: string}, c: {type: string}}}
        {type: object}                             | {type: object, required: [b], properties: {b: {type: string, default: x}}}
        {type: object, required: [b], properties: {b: {type: string}}} | {type: object, properties: {b: {type: string}}}
        {type: string, enum: [x]}                  | {type: string, enum: [x, y]}
        {type: string, enum: [x]}                  | {type: string}
        {type: integer, minimum: 2, maximum: 3}    | {type: integer, minimum: 1, maximum: 4}
        {type: integer, minimum: 2, exclusiveMinimum: true} | {type: integer, minimum: 2}
        {type: integer, minimum: 2, maximum: 3}    | {type: integer}
        {type: integer, multipleOf: 4}             | {type: integer, multipleOf: 2}
        {type: integer, format: int32}             | {type: integer, format: int64}
        {type: integer}                            | {type: integer, format: int64}
        {type: string, minLength: 3, maxLength: 5} | {type: string, minLength: 1, maxLength: 9}
        {type: string}                             | {type: string, minLength: 0}
        {type: string, pattern: x, format: date}   | {type: string}
        {type: array, minItems: 1, maxItems: 2, uniqueItems: true, items: {type: string}} | {type: array, items: {type: string}}
        {type: string}                             | {type: string, nullable: true}
        {type: string}                             | {type: string, default: x}
        {type: object}                             | {type: object, x-kubernetes-preserve-unknown-fields: true}
        {type: object, additionalProperties: true} | {type: object, x-kubernetes-preserve-unknown-fields: true}
        {type: object, additionalProperties: {}}   | {type: object, additionalProperties: true}
        {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: true}
        {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: {type: string}, properties: {b: {type: string}}}
        {type: object, x-kubernetes-preserve-unknown-fields: true} | {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {b: {description: any}}}
        {type: object, x-kubernetes-embedded-resource: true} | {type: object, x-kubernetes-preserve-unknown-fields: true}
        {type: array, items: {type: string}}       | {type: array, x-kubernetes-list-type: atomic, items: {type: string}}
        {type: string, anyOf: [{enum: [x], description: old}]} | {type: string, anyOf: [{description: new, enum: [x]}]}
        {type: string, not: {enum: [x]}, x-kubernetes-validations: [{rule: a}]} | {type: string}
        """)
    void it_breaks_nothing(String before, String after) throws IOException {
        assertThat(compare(withField(before), withField(after), Tolerance.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        KopfNamesChanged       | kind: Thing        | kind: Object
        KopfAliasRemoved       | shortNames: [th]   | shortNames: [ti]
        KopfAliasRemoved       | 'singular: thing'  | 'singular: ting'
        KopfStorageChanged     | storage: true      | storage: false
        KopfScopeChanged       | scope: Namespaced  | scope: Cluster
        KopfVersionRemoved     | name: v1           | name: v2
        KopfVersionRemoved     | served: true       | served: false
        KopfSubresourceRemoved | {status: {}}       | {}
        KopfKindRemoved        | plural: things     | plural: objects
        """)
    void what_stands_around_the_schema_breaks_too(Problem.Id id, String before, String after) throws IOException {
        String crd = withField("{type: string}");

        assertThat(compare(crd, crd.replace(before, after), Tolerance.NONE))
                .extracting(Problem::id)
                .containsExactly(id);
    }

    @Test
    void a_status_that_becomes_a_subresource_is_a_break() throws IOException {
        String crd = withField("{type: string}");

        assertThat(compare(crd.replace("{status: {}}", "{}"), crd, Tolerance.NONE))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("[KopfStatusSeparated] " + folder.resolve("after.yaml")
                        + ":12: spec.versions[0].subresources.status: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        KopfScaleChanged       | specReplicasPath: .spec.a   | specReplicasPath: .spec.b
        KopfScaleChanged       | labelSelectorPath: .spec.s  | x: y
        KopfSubresourceRemoved | ', status: {}'              | ''
        KopfFieldRemoved       | 'b: {type: string}'         | ''
        KopfUnknownFieldsDropped | preserveUnknownFields: true | preserveUnknownFields: false
        KopfUnknownFieldsDropped | preserveUnknownFields: true | x: y
        """)
    void what_a_v1beta1_crd_says_for_all_of_its_versions_is_compared(Problem.Id id, String before, String after)
            throws IOException {
        String crd = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: t.dev
              scope: Namespaced
              preserveUnknownFields: true
              names: {kind: Thing, plural: things}
              version: v1
              subresources: {scale: {specReplicasPath: .spec.a, labelSelectorPath: .spec.s}, status: {}}
              validation: {openAPIV3Schema: {type: object, properties: {a: {type: string}, b: {type: string}}}}
            """;

        assertThat(compare(crd, crd.replace(before, after), Tolerance.NONE))
                .extracting(Problem::id)
                .containsExactly(id);
    }

    @Test
    void a_v1beta1_crd_keeps_unknown_fields_unless_it_says_that_it_does_not() throws IOException {
        String crd = withField("{type: string}");
        String old = crd.replace("apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1");

        assertThat(compare(old, crd, Tolerance.NONE))
                .extracting(Problem::id)
                .containsExactly(Problem.Id.KopfUnknownFieldsDropped);
        assertThat(compare(old.replace("scope:", "preserveUnknownFields: false\n  scope:"), crd, Tolerance.NONE))
                .isEmpty();
    }

    @Test
    void a_name_that_scripts_use_is_an_error_and_another_stored_version_a_warning() throws IOException {
        String crd = withField("{type: string}");

        assertThat(compare(crd, crd.replace("shortNames: [th]", "").replace("storage: true", ""), Tolerance.NONE))
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.ERROR, Problem.Severity.WARNING);
    }

    @Test
    void a_crd_that_is_new_breaks_nothing() throws IOException {
        assertThat(SchemaGate.compare(List.of(), read("after.yaml", withField("{type: string}")), Tolerance.NONE))
                .isEmpty();
    }

    @Test
    void a_break_says_where_it_is_what_it_is_and_what_to_do() throws IOException {
        String before = withField("{type: object, properties: {b: {type: string}}}");
        String after = withField("{type: object, properties: {}}");

        assertThat(compare(before, after, Tolerance.NONE))
                .extracting(Problem::toString)
                .containsExactly("[KopfFieldRemoved] " + folder.resolve("after.yaml")
                        + ":13: spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.a.properties: a"
                        + " field is gone, and what objects have in it is dropped. Keep it, marked as deprecated: b");
    }

    @Test
    void what_is_meant_is_not_told_or_is_a_warning() throws IOException {
        String before = withField("{type: string, nullable: true}");
        String after = withField("{type: string, maxLength: 3}");

        Tolerance fieldIgnored =
                new Tolerance(Set.of("KopfRangeNarrowed=Thing:spec.a", "KopfNullableRemoved=Thing:spec.b"), Set.of());
        assertThat(compare(before, after, fieldIgnored))
                .extracting(Problem::id)
                .containsExactly(Problem.Id.KopfNullableRemoved);
        Tolerance mixed = new Tolerance(Set.of("KopfRangeNarrowed"), Set.of(Problem.Id.KopfNullableRemoved));
        assertThat(compare(before, after, mixed))
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.WARNING);
    }
}
