package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.BackgroundMethodsTest.WidgetHandler;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indexes that are filled by methods, and what is wrong with some (G-2, G-3, I-1, I-5). */
final class IndexMethodsTest {

    /** Indexes that several classes fill. */
    interface Names {
        IndexName<String, List<Integer>> BY_NAME = IndexName.of("byName");
    }

    /** As an author writes it. */
    public static class Author implements WidgetHandler, Names {
        static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");
        final IndexName<Integer, String> own = IndexName.of("own");

        @Index("BY_SIZE")
        @HandlerConfig(retries = 4, backoff = "5s", labels = @Match(key = "on", present = true))
        Map<String, String> sizes(GenericKubernetesResource widget) {
            return Map.of("1", widget.getKind());
        }

        @Index(value = "BY_NAME", errors = ErrorMode.TEMPORARY)
        Map<String, List<Integer>> names(GenericKubernetesResource widget, IndexContext ctx) {
            return Map.of("name", List.of(ctx.retry()));
        }

        @Index("own")
        Map<Integer, String> own(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    /** As an author errs. */
    public static class NoField implements WidgetHandler {
        @Index("BY_SIZE")
        Map<String, String> sizes(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class NoName implements WidgetHandler {
        static final String BY_SIZE = "bySize";

        @Index("BY_SIZE")
        Map<String, String> sizes(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class Unnamed implements WidgetHandler {
        static @Nullable IndexName<String, String> unnamed;

        @Index("unnamed")
        Map<String, String> sizes(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class OtherTypes implements WidgetHandler, Names {
        @Index("BY_NAME")
        Map<String, List<String>> names(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class OtherMap implements WidgetHandler {
        static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");

        @Index("BY_SIZE")
        SortedMap<String, String> sizes(GenericKubernetesResource widget) {
            return new TreeMap<>();
        }
    }

    public static class OtherResource implements WidgetHandler {
        @Index("BY_SIZE")
        Map<String, String> sizes(String widget) {
            return Map.of();
        }
    }

    public static class OtherContext implements WidgetHandler {
        @Index("BY_SIZE")
        Map<String, String> sizes(GenericKubernetesResource widget, HandlerContext ctx) {
            return Map.of();
        }
    }

    public static class Both implements WidgetHandler {
        @Index("BY_SIZE")
        @Timer(interval = "1s")
        Map<String, String> both(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class OtherId extends Author {
        @Index("BY_SIZE")
        @HandlerConfig(id = "other")
        Map<String, String> other(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class OtherErrors extends Author {
        @Index("BY_SIZE")
        @HandlerConfig(errors = ErrorMode.PERMANENT)
        Map<String, String> other(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class Meaningless extends Author {
        @Index("BY_SIZE")
        @HandlerConfig(optional = true)
        Map<String, String> optional(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class ValueOfNothing extends Author {
        @Index("BY_SIZE")
        @HandlerConfig(value = @Match("1"))
        Map<String, String> nothing(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class OfChanges extends Author {
        @Index("BY_SIZE")
        @HandlerConfig(field = "spec.size", oldValue = @Match("1"))
        Map<String, String> changes(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class Twice extends Author {
        @Index("BY_SIZE")
        Map<String, String> again(GenericKubernetesResource widget) {
            return Map.of();
        }
    }

    public static class Namesake extends Author {
        static final IndexName<String, String> TWIN = IndexName.of("own");

        @Index("TWIN")
        Map<String, String> own(GenericKubernetesResource widget, IndexContext ctx) {
            return Map.of();
        }
    }

    private static List<Handler> handlers(HandlerSource source) {
        return Registry.of(List.of(source)).kinds().iterator().next().indexing();
    }

    @Test
    void I_1_methods_fill_the_indexes_that_their_annotations_name() {
        List<Handler> handlers = handlers(new Author());

        assertThat(handlers).extracting(handler -> handler.id().value()).containsExactly("byName", "own", "bySize");
        assertThat(handlers.get(0).options().index()).isSameAs(Names.BY_NAME);
        assertThat(handlers.get(2).options().index()).isSameAs(Author.BY_SIZE);
        assertThat(handlers)
                .extracting(handler -> handler.options().errors())
                .containsExactly(ErrorMode.TEMPORARY, ErrorMode.IGNORED, ErrorMode.IGNORED);
        assertThat(handlers.get(2).options().retries()).isEqualTo(4);
        assertThat(handlers.get(2).options().backoff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(handlers.get(2).options().filters().keys()).hasSize(1);
        assertThat(handlers).noneMatch(Handler::requiresFinalizer);
    }

    static List<Wrong> wrong() {
        return List.of(
                new Wrong(NoField::new, "NoField.sizes has @Index(\"BY_SIZE\"), and dev.kopf"),
                new Wrong(NoField::new, "has no field of that name. Declare it"),
                new Wrong(NoName::new, "must be an IndexName with types"),
                new Wrong(Unnamed::new, "cannot be read from here, or is null"),
                new Wrong(
                        OtherTypes::new,
                        "OtherTypes.names fills the index of the field " + Names.class.getName()
                                + ".BY_NAME, so it must return a Map<java.lang.String, java.util.List<java.lang.Integer>>, not:"
                                + " java.util.Map<java.lang.String, java.util.List<java.lang.String>>"),
                new Wrong(OtherMap::new, "not: java.util.SortedMap<java.lang.String, java.lang.String>"),
                new Wrong(
                        OtherResource::new,
                        "OtherResource.sizes has @Index, so its parameters must be the resource (GenericKubernetesResource) and,"
                                + " if it likes, an IndexContext, not: (String)"),
                new Wrong(OtherContext::new, "not: (GenericKubernetesResource, HandlerContext)"),
                new Wrong(Both::new, "Both.both has @Index beside @Daemon or @Timer"),
                new Wrong(
                        OtherId::new,
                        "OtherId.other: the id of what fills an index is the name of the index, 'bySize'"),
                new Wrong(OtherErrors::new, "OtherErrors.other: 'errors' of what fills an index stands in @Index"),
                new Wrong(Meaningless::new, "Meaningless.optional: 'optional' means nothing here"),
                new Wrong(ValueOfNothing::new, "ValueOfNothing.nothing: a value of which field?"),
                new Wrong(OfChanges::new, "OfChanges.changes: old and new values mean nothing here"),
                new Wrong(Twice::new, "have the id 'bySize': the INDEX handler"),
                new Wrong(Namesake::new, "have the id 'own'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void G_3_a_mistake_is_told_at_the_start_with_the_method(Wrong wrong) {
        assertThatThrownBy(() -> handlers(wrong.source().get()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(wrong.message());
    }

    record Wrong(Supplier<HandlerSource> source, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    @Test
    void I_1_two_indexes_of_one_name_are_a_mistake() {
        IndexName<String, String> one = IndexName.of("same");
        IndexName<String, String> two = IndexName.of("same");
        HandlerSource first = WidgetHandlers.on().index(one, (widget, ctx) -> Map.of());
        OtherKind second = new OtherKind().index(two, (widget, ctx) -> Map.of());

        assertThatThrownBy(() -> Registry.of(List.of(first, second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two indexes have the name 'same'");
        Registry both = Registry.of(List.of(first, new OtherKind().index(one, (widget, ctx) -> Map.of())));
        assertThat(both.indexes()).as("two kinds may fill one").hasSize(1);
    }

    @Test
    void I_1_the_id_of_a_handler_is_the_name_of_its_index() {
        IndexName<String, String> name = IndexName.of("bySize");

        assertThatThrownBy(() -> WidgetHandlers.on().index(name, HandlerOptions.of("other"), (widget, ctx) -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be the name of the index. Begin with its options()");
    }

    /** Handlers of another kind. */
    private static final class OtherKind extends HandlerRegistration<GenericKubernetesResource, Object, OtherKind> {
        OtherKind() {
            super(
                    ResourceKind.namespaced("example.org", "v1", "Gadget", "gadgets"),
                    GenericKubernetesResource.class,
                    (old, now) -> now);
        }

        @Override
        protected OtherKind self() {
            return this;
        }
    }
}
