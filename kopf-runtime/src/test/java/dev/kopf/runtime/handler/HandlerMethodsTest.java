package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options read from methods, and ids that collide (G-2, R10). */
final class HandlerMethodsTest {

    /** As a generated handler interface. */
    public interface Contract extends HandlerSource {
        default void onCreate() {}

        default void onUpdate() {}

        default void onDelete() {}

        default void onResume() {}

        default void onSpecSizeChange() {}
    }

    /** As an author writes it. */
    public static class Author implements Contract {
        @Override
        public void onCreate() {}

        @Override
        @HandlerConfig(id = "other", retries = 3, timeout = "5m", backoff = "PT10S", errors = ErrorMode.PERMANENT)
        public void onUpdate() {}

        @Override
        @HandlerConfig(deleted = true)
        public void onResume() {}

        @Override
        @HandlerConfig(initial = true)
        public void onSpecSizeChange() {}
    }

    /** As an author refines another one's work. */
    public static class Heir extends Author {
        @Override
        public void onUpdate() {}
    }

    /** As an author asks for what is not to be had. */
    public static class Asking implements Contract {
        @Override
        @HandlerConfig(initial = true)
        public void onCreate() {}

        @Override
        @HandlerConfig(optional = true)
        public void onUpdate() {}

        @Override
        @HandlerConfig(deleted = true)
        public void onDelete() {}
    }

    /** As a generated handler interface that can be registered. */
    @DispatchedBy(NoDispatch.class)
    public interface Registered extends Contract {}

    /** As generated glue. */
    public static class NoDispatch implements Dispatch<Registered> {
        @Override
        public List<Handler> handlersOf(Registered source) {
            return List.of();
        }
    }

    /** As an author mistypes. */
    public static class Mistyping implements Registered {
        @HandlerConfig(retries = 3)
        public void onCreated() {}
    }

    /** As an author errs. */
    public static class Erring implements Contract {
        @Override
        @HandlerConfig(timeout = "soon")
        public void onCreate() {}

        @Override
        @HandlerConfig(retries = -1)
        public void onUpdate() {}

        @Override
        @HandlerConfig(id = " ")
        public void onDelete() {}
    }

    private final HandlerMethods<Contract> methods = HandlerMethods.of(Contract.class, new Author());

    @Test
    void a_method_without_options_has_the_defaults_under_its_own_name() {
        HandlerOptions options = methods.options("onCreate").orElseThrow();

        assertThat(options.id()).isEqualTo(new HandlerId("onCreate"));
        assertThat(options.retries()).isNull();
        assertThat(options.timeout()).isNull();
        assertThat(options.backoff()).isNull();
        assertThat(options.errors()).isEqualTo(ErrorMode.TEMPORARY);
        assertThat(options.optional()).isFalse();
        assertThat(options.deleted()).isFalse();
        assertThat(options.initial()).isFalse();
    }

    @Test
    void options_are_read_from_the_annotation() {
        HandlerOptions options = methods.options("onUpdate").orElseThrow();

        assertThat(options.id()).isEqualTo(new HandlerId("other"));
        assertThat(options.retries()).isEqualTo(3);
        assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.backoff()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.errors()).isEqualTo(ErrorMode.PERMANENT);
        assertThat(methods.options("onResume").orElseThrow().deleted()).isTrue();
        assertThat(methods.options("onSpecSizeChange").orElseThrow().initial()).isTrue();
    }

    @Test
    void a_method_that_is_overridden_keeps_its_options() {
        HandlerOptions options = HandlerMethods.of(Contract.class, new Heir())
                .options("onUpdate")
                .orElseThrow();

        assertThat(options.id()).isEqualTo(new HandlerId("other"));
        assertThat(options.retries()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"onCreate, initial", "onUpdate, optional", "onDelete, deleted"})
    void an_option_that_means_nothing_at_a_method_is_an_error(String name, String option) {
        HandlerMethods<Contract> asking = HandlerMethods.of(Contract.class, new Asking());

        assertThatThrownBy(() -> asking.options(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Asking." + name)
                .hasMessageContaining("'" + option + "'");
    }

    @Test
    void options_of_a_method_that_is_no_handler_are_an_error() {
        List<Mistyping> sources = List.of(new Mistyping());

        assertThatThrownBy(() -> Registry.of(sources))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mistyping.onCreated")
                .hasMessageContaining("[Registered]");
    }

    @Test
    void a_proxy_is_refused_as_it_implements_every_method() {
        Registered proxy = (Registered) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Registered.class}, (self, method, arguments) -> null);

        assertThatThrownBy(() -> Registry.of(List.of(proxy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a\tb", "\u0000", "a\u2028b", "a\u2029", "\u0085", " ", ""})
    void an_id_is_not_blank_and_has_no_line_ends_and_no_control_characters(String id) {
        assertThatThrownBy(() -> new HandlerId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[\\p{ASCII}&&\\P{Cntrl}]+");
    }

    @Test
    void an_id_may_have_spaces() {
        assertThat(new HandlerId("my handler").value()).isEqualTo("my handler");
    }

    @Test
    void a_method_that_is_not_implemented_makes_no_handler() {
        assertThat(methods.options("onDelete")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"onCreate", "onUpdate", "onDelete"})
    void a_wrong_option_names_the_method(String name) {
        HandlerMethods<Contract> erring = HandlerMethods.of(Contract.class, new Erring());

        assertThatThrownBy(() -> erring.options(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Erring." + name);
    }

    @Test
    void R10_two_handlers_of_one_id_are_an_error_that_names_both() {
        WidgetHandlers one = WidgetHandlers.on().create("same", (widget, ctx) -> null);
        WidgetHandlers two = WidgetHandlers.on().delete("same", (widget, ctx) -> {});

        assertThatThrownBy(() -> Registry.of(List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("widgets.v1.example.org")
                .hasMessageContaining("'same'")
                .hasMessageContaining("CREATE")
                .hasMessageContaining("DELETE");
    }

    @Test
    void P2_handlers_for_two_versions_of_one_kind_are_an_error_that_names_both() {
        WidgetHandlers one = WidgetHandlers.on().create("one", (widget, ctx) -> null);
        Beta two = new Beta().create("two", (widget, ctx) -> null);

        assertThatThrownBy(() -> Registry.of(List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("widgets.v1.example.org")
                .hasMessageContaining("widgets.v1beta1.example.org");
    }

    private static final class Beta
            extends HandlerRegistration<GenericKubernetesResource, FieldChange<GenericKubernetesResource>, Beta> {
        Beta() {
            super(
                    ResourceKind.namespaced("example.org", "v1beta1", "Widget", "widgets"),
                    GenericKubernetesResource.class,
                    FieldChange::new);
        }

        @Override
        protected Beta self() {
            return this;
        }
    }
}
