package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.JsonStates;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Daemons and timers that are methods, and what is wrong with some (G-2, G-3, B-4, B-7). */
final class BackgroundMethodsTest {

    /** As generated glue. */
    public static class WidgetDispatch implements Dispatch<WidgetHandler> {
        @Override
        public List<Handler> handlersOf(WidgetHandler source) {
            WidgetHandlers on = WidgetHandlers.on();
            on.annotated(source);
            return on.handlers();
        }
    }

    /** As a generated handler interface. */
    @DispatchedBy(WidgetDispatch.class)
    public interface WidgetHandler extends HandlerSource {
        default void onEvent(GenericKubernetesResource widget, EventContext context) {}
    }

    /** As an author writes it. */
    public static class Author implements WidgetHandler {
        @Daemon(initialDelay = "1s", cancellationBackoff = "2s", cancellationTimeout = "PT3S")
        @HandlerConfig(retries = 4, labels = @Match(key = "on", present = true))
        void watch(GenericKubernetesResource widget, DaemonContext ctx) {}

        @Timer(interval = "10s", sharp = true, idle = "5s", initialDelay = "2s")
        @HandlerConfig(id = "tick")
        public String check(GenericKubernetesResource widget, HandlerContext ctx) {
            return "checked";
        }
    }

    /** As an author refines another one's work. */
    public static class Heir extends Author {
        @Override
        public String check(GenericKubernetesResource widget, HandlerContext ctx) {
            return "checked twice";
        }
    }

    /** As an author keeps a method to himself. */
    public static class Discreet implements WidgetHandler {
        @Timer(interval = "0.2s")
        @SuppressWarnings("unused") // found by its annotation
        private String tick(GenericKubernetesResource widget, TimerContext ctx) {
            return "ticked";
        }
    }

    /** As an author errs. */
    public static class Both implements WidgetHandler {
        @Daemon
        @Timer(interval = "1s")
        void both(GenericKubernetesResource widget, DaemonContext ctx) {}
    }

    public static class OtherResource implements WidgetHandler {
        @Daemon
        void other(String widget, DaemonContext ctx) {}
    }

    public static class OtherContext implements WidgetHandler {
        @Timer(interval = "1s")
        void other(GenericKubernetesResource widget, DaemonContext ctx) {}
    }

    public static class Bare implements WidgetHandler {
        @Daemon
        void bare() {}
    }

    public static class NoTime implements WidgetHandler {
        @Timer(interval = "0s")
        void never(GenericKubernetesResource widget, TimerContext ctx) {}
    }

    public static class OddTime implements WidgetHandler {
        @Timer(interval = "soon")
        void never(GenericKubernetesResource widget, TimerContext ctx) {}
    }

    public static class Blunt implements WidgetHandler {
        @Timer(idle = "1s", sharp = true)
        void blunt(GenericKubernetesResource widget, TimerContext ctx) {}
    }

    public static class Twins implements WidgetHandler {
        @Timer(interval = "1s")
        @HandlerConfig(id = "same")
        void one(GenericKubernetesResource widget, TimerContext ctx) {}

        @Daemon
        @HandlerConfig(id = "same")
        void two(GenericKubernetesResource widget, DaemonContext ctx) {}
    }

    public static class Optional implements WidgetHandler {
        @Daemon
        @HandlerConfig(optional = true)
        void optional(GenericKubernetesResource widget, DaemonContext ctx) {}
    }

    private static List<Handler> handlers(HandlerSource source) {
        return Registry.of(List.of(source)).kinds().iterator().next().background();
    }

    @Test
    void B_4_B_7_options_stand_at_the_method_and_those_of_all_handlers_beside_them() {
        List<Handler> handlers = handlers(new Author());

        assertThat(handlers).extracting(Handler::type).containsExactly(HandlerType.TIMER, HandlerType.DAEMON);
        assertThat(handlers).extracting(handler -> handler.id().value()).containsExactly("tick", "watch");
        assertThat(handlers.get(0).options().background())
                .isEqualTo(new BackgroundOptions(
                        Duration.ofSeconds(2), Duration.ofSeconds(10), true, Duration.ofSeconds(5), null, null));
        assertThat(handlers.get(1).options().background())
                .isEqualTo(new BackgroundOptions(
                        Duration.ofSeconds(1), null, false, null, Duration.ofSeconds(2), Duration.ofSeconds(3)));
        assertThat(handlers.get(1).options().retries()).isEqualTo(4);
        assertThat(handlers.get(1).options().filters().keys()).hasSize(1);
        assertThat(handlers.get(0).options().resultType()).isEqualTo(String.class);
    }

    @Test
    void a_method_that_is_overridden_keeps_its_options_and_is_one_handler() throws Exception {
        List<Handler> handlers = handlers(new Heir());

        assertThat(handlers).extracting(handler -> handler.id().value()).containsExactly("tick", "watch");
        assertThat(handlers.get(0).function().call(new Call())).isEqualTo("checked twice");
    }

    @Test
    void a_method_need_not_be_public() throws Exception {
        assertThat(handlers(new Discreet()).get(0).function().call(new Call())).isEqualTo("ticked");
    }

    static List<Wrong> wrong() {
        return List.of(
                new Wrong(Both::new, "Both.both has @Daemon and @Timer"),
                new Wrong(
                        OtherResource::new,
                        "OtherResource.other has @Daemon, so its parameters must be the resource"
                                + " (GenericKubernetesResource) and a DaemonContext, not: (String, DaemonContext)"),
                new Wrong(OtherContext::new, "and a TimerContext, not: (GenericKubernetesResource, DaemonContext)"),
                new Wrong(Bare::new, "Bare.bare has @Daemon"),
                new Wrong(NoTime::new, "NoTime.never: interval of handler never must be longer than zero"),
                new Wrong(OddTime::new, "OddTime.never: not a duration"),
                new Wrong(Blunt::new, "Blunt.blunt: 'sharp' means nothing here, only for timers with an interval"),
                new Wrong(Twins::new, "have the id 'same'"),
                new Wrong(Optional::new, "Optional.optional: 'optional' means nothing here"));
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
    void G_2_options_of_daemons_and_timers_mean_nothing_elsewhere() {
        HandlerOptions options = HandlerOptions.of("x").withInterval(Duration.ofSeconds(1));

        assertThatThrownBy(() -> WidgetHandlers.on().create(options, (widget, ctx) -> null))
                .hasMessageContaining("'interval' means nothing here, only for timers");
        assertThatThrownBy(() -> WidgetHandlers.on().daemon(options, (widget, ctx) -> null))
                .hasMessageContaining("'interval' means nothing here, only for timers");
        assertThatThrownBy(() -> WidgetHandlers.on()
                        .timer(
                                options.withCancellationTimeout(Duration.ofSeconds(1)),
                                ResourceFunction.withoutResult((widget, ctx) -> {})))
                .hasMessageContaining("'cancellationTimeout' means nothing here, only for daemons");
        assertThatThrownBy(() -> HandlerOptions.of("x").withInitialDelay(Duration.ofSeconds(-1)))
                .hasMessageContaining("initialDelay of handler x must not be negative");
    }

    /** A call that has nothing to tell. */
    private static final class Call implements HandlerCall {
        @Override
        public <R> R resource(Class<R> type) {
            return type.cast(new GenericKubernetesResource());
        }

        @Override
        public <R> @Nullable R oldEssence(Class<R> type) {
            return null;
        }

        @Override
        public <R> R newEssence(Class<R> type) {
            return resource(type);
        }

        @Override
        public JsonStates essences() {
            return new JsonStates(null, null);
        }

        @Override
        public <C extends HandlerContext> C context(Class<C> type) {
            return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
        }
    }
}
