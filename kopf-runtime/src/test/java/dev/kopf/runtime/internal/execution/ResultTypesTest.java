package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.Dispatch;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerMethods;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.resource.FieldPath;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A result type that JSON cannot hold is told at the start, with the method. */
final class ResultTypesTest {

    /** As a generated handler interface. */
    @DispatchedBy(Glue.class)
    public interface Contract extends HandlerSource {
        default Object onCreate() throws Exception {
            return null;
        }
    }

    /** As generated glue. */
    public static final class Glue implements Dispatch<Contract> {
        @Override
        public List<Handler> handlersOf(Contract source) {
            return HandlerMethods.of(Contract.class, source)
                    .options("onCreate")
                    .map(options -> new Handler(
                            WidgetHandlers.KIND,
                            HandlerType.CREATE,
                            FieldPath.ROOT,
                            options,
                            call -> source.onCreate()))
                    .stream()
                    .toList();
        }
    }

    /** As an author writes it. */
    public static final class Working implements Contract {
        @Override
        public CompletableFuture<String> onCreate() {
            return new CompletableFuture<>();
        }
    }

    /** Types of results, at methods of their names. */
    interface Types {
        Object object();

        String text();

        int number();

        Map<String, List<BigDecimal>> map();

        Instant moment();

        Point[] points();

        CharSequence anything();

        byte[] bytes();

        enum Size {
            BIG
        }

        Size size();

        record Point(int x, int y) {}

        final class Empty {}

        Thread badThread();

        Optional<String> badOptional();

        Stream<String> badStream();

        InputStream badInput();

        List<Empty> badEmptyInside();

        Map<String, Runnable> badTask();

        CompletableFuture<String> badFuture();
    }

    static Stream<Method> results() {
        return Arrays.stream(Types.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("results")
    void what_is_bad_cannot_be_kept(Method method) {
        assertThat(new BodyMapper().mayEncode(method.getGenericReturnType()))
                .isEqualTo(!method.getName().startsWith("bad"));
    }

    @Test
    void a_method_whose_result_cannot_be_kept_is_named() {
        Registry registry = Registry.of(List.of(new Working()));

        assertThatThrownBy(() -> ResultTypes.check(registry, new BodyMapper()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Working.onCreate")
                .hasMessageContaining("java.util.concurrent.CompletableFuture<java.lang.String>");
    }

    @Test
    void what_a_lambda_returns_is_not_known_before_it_does() {
        Registry registry =
                Registry.of(List.of(WidgetHandlers.on().create("c", (widget, ctx) -> Thread.currentThread())));

        assertThatCode(() -> ResultTypes.check(registry, new BodyMapper())).doesNotThrowAnyException();
    }
}
