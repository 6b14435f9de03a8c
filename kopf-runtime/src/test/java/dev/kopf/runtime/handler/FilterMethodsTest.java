package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.WatchEvent;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters read from the annotation of a method. */
final class FilterMethodsTest {

    /** As a generated handler interface. */
    public interface Contract extends HandlerSource {
        default void onCreate(GenericKubernetesResource widget) {}

        default void onUpdate(GenericKubernetesResource widget) {}

        default void onDelete(GenericKubernetesResource widget) {}

        default void onResume(GenericKubernetesResource widget) {}

        default void onEvent(GenericKubernetesResource widget) {}

        default void onSpecSizeChange(GenericKubernetesResource widget) {}
    }

    /** As an author writes it. */
    public static class Author implements Contract {
        @Override
        @HandlerConfig(
                labels = {
                    @Match(
                            key = "app",
                            value = {"a", "b"}),
                    @Match(key = "old", absent = true)
                },
                annotations = @Match(key = "note", by = "isLong"))
        public void onCreate(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(
                field = {"spec", "dotted.key"},
                value =
                        @Match(
                                json = {"3", "true"},
                                value = "three"),
                when = "isNamed")
        public void onResume(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(
                field = "spec.size",
                value = @Match(present = true, by = "isBig", not = true),
                when = "cannotTell")
        public void onDelete(GenericKubernetesResource widget) {}

        boolean isLong(String note) {
            return note != null && note.length() > 3;
        }

        static boolean isBig(Object size) {
            return size instanceof Integer number && number > 10;
        }

        boolean isNamed(GenericKubernetesResource widget) {
            return "w".equals(widget.getMetadata().getName());
        }

        boolean cannotTell(GenericKubernetesResource widget, ConditionContext<GenericKubernetesResource> ctx)
                throws IOException {
            throw new IOException(ctx.handlerId() + " cannot tell");
        }
    }

    /** As an author errs. */
    public static class Erring implements Contract {
        @Override
        @HandlerConfig(labels = @Match("web"))
        public void onCreate(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(field = "spec.size", oldValue = @Match)
        public void onUpdate(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(when = "isGone")
        public void onDelete(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(annotations = @Match(key = "a", by = "isOdd"))
        public void onResume(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(field = "spec.size", value = @Match(json = "{"))
        public void onEvent(GenericKubernetesResource widget) {}

        @Override
        @HandlerConfig(newValue = {@Match("a"), @Match("b")})
        public void onSpecSizeChange(GenericKubernetesResource widget) {}

        boolean isOdd(int number) {
            return number % 2 == 1;
        }
    }

    @ParameterizedTest
    @CsvSource({"a, long, true", "b, long, true", "c, long, false", "a, no, false", ", long, false"})
    void labels_and_annotations(String app, String note, boolean expected) {
        Map<String, Object> labels = app == null ? Map.of() : Map.of("app", app);
        Body body = new Body(
                Map.of("metadata", Map.of("name", "w", "labels", labels, "annotations", Map.of("note", note))));

        assertThat(matches(HandlerType.CREATE, "onCreate", body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, false", "true, true", "three, true", "four, false"})
    void values_of_a_field_and_a_condition(String value, boolean expected) {
        Object plain = value.matches("\\d") ? (Object) Integer.valueOf(value) : value.equals("true") ? true : value;
        Body body = new Body(Map.of("metadata", Map.of("name", "w"), "spec", Map.of("dotted.key", plain)));
        Body other = new Body(Map.of("metadata", Map.of("name", "x"), "spec", Map.of("dotted.key", plain)));

        assertThat(matches(HandlerType.RESUME, "onResume", body)).isEqualTo(expected);
        assertThat(matches(HandlerType.RESUME, "onResume", other)).isFalse();
    }

    @Test
    void what_a_condition_throws_is_what_its_handler_fails_with() {
        Body body = new Body(Map.of("metadata", Map.of("name", "w"), "spec", Map.of("size", 5)));
        Handler handler = handler(HandlerType.DELETE, "onDelete");
        Handler failing = handler.ifMatching(body, cause(body));

        assertThat(failing).isNotNull().isNotSameAs(handler);
        assertThatThrownBy(() -> failing.function().call(null))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("Author.onDelete")
                .hasMessageContaining("java.io.IOException (onDelete cannot tell)")
                .hasCauseInstanceOf(IOException.class);
        Body big = new Body(Map.of("metadata", Map.of("name", "w"), "spec", Map.of("size", 50)));
        assertThat(handler.ifMatching(big, cause(big, Essence.of(big, List.of()))))
                .as("the condition comes last")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onCreate | needs a key",
                "onUpdate | says nothing of the value",
                "onDelete | has none of the form boolean isGone(GenericKubernetesResource)",
                "onResume | It has: boolean dev.kopf.runtime.handler.FilterMethodsTest$Erring.isOdd(int)",
                "onEvent | not a JSON value",
                "onSpecSizeChange | takes one @Match"
            })
    void a_wrong_filter_names_the_method(String name, String message) {
        HandlerMethods<Contract> erring = HandlerMethods.of(Contract.class, new Erring());

        assertThatThrownBy(() -> erring.options(name, GenericKubernetesResource.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Erring." + name)
                .hasMessageContaining(message);
    }

    private static boolean matches(HandlerType type, String name, Body body) {
        return handler(type, name).ifMatching(body, cause(body)) != null;
    }

    private static Handler handler(HandlerType type, String name) {
        HandlerOptions options = HandlerMethods.of(Contract.class, new Author())
                .options(name, GenericKubernetesResource.class)
                .orElseThrow();
        FieldPath field = options.field();
        return new Handler(WidgetHandlers.KIND, type, field, options, call -> null);
    }

    private static Cause cause(Body body) {
        return cause(body, null);
    }

    private static Cause cause(Body body, Essence before) {
        return new CauseDetector(Finalizers.DEFAULT)
                .detect(new WatchEvent(WatchEvent.Type.MODIFIED, body), before, Essence.of(body, List.of()), false);
    }
}
