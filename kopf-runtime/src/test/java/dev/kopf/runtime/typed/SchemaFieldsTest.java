package dev.kopf.runtime.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.typed.SchemaFields.Form;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generated classes know of fields, found out by asking their getters. */
final class SchemaFieldsTest {

    /** As a generated class. */
    @Group("example.org")
    @Version("v1")
    public static final class Box extends TypedResource<Spec, Open> {
        private static final long serialVersionUID = 1L;

        public Box(JsonObject fields) {
            super(fields);
        }

        @Override
        public Spec getSpec() {
            return stanza("spec", Spec::new);
        }

        @Override
        public Open getStatus() {
            return stanza("status", Open::new);
        }
    }

    /** As a generated class of a schema without properties. */
    public static final class Open extends TypedObject {
        public Open(JsonObject fields) {
            super(fields);
        }
    }

    /** As a generated class; names of fields and getters are not the same. */
    public static final class Spec extends TypedObject {
        public Spec(JsonObject fields) {
            super(fields);
        }

        public String getText() {
            return get("text", Types.TEXT);
        }

        public DateTime getSince() {
            return get("since", Types.DATE_TIME);
        }

        public Integer getCount() {
            return get("count-of", Types.INTEGER);
        }

        public Integer getCountOrDefault() {
            Integer count = getCount();
            return count == null ? 1 : count;
        }

        public BigDecimal getRatio() {
            return get("ratio", Types.DECIMAL);
        }

        public Boolean getFlag() {
            return get("flag", Types.BOOLEAN);
        }

        public IntOrString getPort() {
            return get("port", Types.INT_OR_STRING);
        }

        public Quantity getSize() {
            return get("size", Types.QUANTITY);
        }

        public Password getSecret() {
            return get("secret", Types.PASSWORD);
        }

        public Object getAny() {
            return get("any", Types.ANY);
        }

        public List<Spec> getItems() {
            return get("items", Types.list(Types.object(Spec::new)));
        }

        public Map<String, Spec> getByName() {
            return get("byName", Types.map(Types.object(Spec::new)));
        }

        public Spec getInner() {
            return get("inner", Types.object(Spec::new));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "spec, OBJECT",
        "spec.text, TEXT",
        "spec.since, TEXT",
        "spec.count-of, NUMBER",
        "spec.ratio, NUMBER",
        "spec.flag, BOOLEAN",
        "spec.port, ANY",
        "spec.size, ANY",
        "spec.secret, SECRET",
        "spec.any, ANY",
        "spec.any.thing, ANY",
        "spec.items, LIST",
        "spec.byName, OBJECT",
        "spec.byName.x, OBJECT",
        "spec.byName.x.inner.flag, BOOLEAN",
        "spec.inner.inner.count-of, NUMBER",
        "status.anything.at.all, ANY",
        "metadata.labels.app, ANY"
    })
    void what_may_stand_at_a_field(String path, Form expected) {
        assertThat(SchemaFields.formAt(Box.class, FieldPath.parse(path))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spce | Box has no field 'spce'",
                "spec.txt | Spec has no field 'txt'",
                "spec.count | Spec has no field 'count'",
                "spec.inner.inner.no | Spec has no field 'no'",
                "spec.byName.x.no | Spec has no field 'no'",
                "spec.text.x | nothing is below a text, and so no 'x'",
                "spec.items.0 | nothing is below a list, and so no '0'"
            })
    void where_a_path_leads_to_nothing(String path, String message) {
        assertThatThrownBy(() -> SchemaFields.formAt(Box.class, FieldPath.parse(path)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void of_other_classes_nothing_is_known() {
        assertThat(SchemaFields.formAt(ConfigMap.class, FieldPath.parse("no.such")))
                .isEqualTo(Form.ANY);
    }
}
