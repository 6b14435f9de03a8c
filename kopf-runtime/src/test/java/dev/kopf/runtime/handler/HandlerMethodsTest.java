package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options read from methods, and ids that collide (G-2, R10). */
final class HandlerMethodsTest {

    /** As a generated handler interface. */
    public interface Contract extends HandlerSource {
        default void onCreate() {}

        default void onUpdate() {}

        default void onDelete() {}
    }

    /** As an author writes it. */
    public static class Author implements Contract {
        @Override
        public void onCreate() {}

        @Override
        @HandlerConfig(
                id = "other",
                retries = 3,
                timeout = "5m",
                backoff = "PT10S",
                errors = ErrorMode.PERMANENT,
                optional = true,
                deleted = true,
                initial = true)
        public void onUpdate() {}
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
        assertThat(options.optional()).isTrue();
        assertThat(options.deleted()).isTrue();
        assertThat(options.initial()).isTrue();
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
}
