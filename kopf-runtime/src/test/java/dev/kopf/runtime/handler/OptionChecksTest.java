package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options that come to nothing or contradict each other are an error where the handler is declared (G-2, G-3). */
final class OptionChecksTest {

    private static final Filter<Object> BIG = Filter.is("big");

    private static Arguments wrong(HandlerType type, UnaryOperator<HandlerOptions> options, String message) {
        return Arguments.of(type, options.apply(HandlerOptions.of("x")), message);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(HandlerType.CREATE, o -> o.withValue(BIG), "a value of which field?"),
                wrong(HandlerType.UPDATE, o -> o.withOldValue(BIG), "a value of which field?"),
                wrong(HandlerType.CREATE, o -> o.withField("spec.f").withOldValue(BIG), "mean nothing here"),
                wrong(HandlerType.DELETE, o -> o.withField("spec.f").withNewValue(BIG), "mean nothing here"),
                wrong(
                        HandlerType.UPDATE,
                        o -> o.withField("f").withValue(BIG).withNewValue(BIG),
                        "cannot stand beside"),
                wrong(HandlerType.FIELD, o -> o.withValue(BIG).withOldValue(BIG), "cannot stand beside"),
                wrong(HandlerType.FIELD, o -> o.withField("spec.other"), "has its field already"),
                wrong(HandlerType.FIELD, o -> o.withOldValue(BIG).withNewValue(BIG), "no change of the field"),
                wrong(
                        HandlerType.UPDATE,
                        o -> o.withField("f").withOldValue(Filter.absent()).withNewValue(Filter.absent()),
                        "no change of the field"),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withField("f").withValue(Filter.allOf(Filter.present(), Filter.absent())),
                        "ever pass"),
                wrong(
                        HandlerType.FIELD,
                        o -> o.withInitial(true).withOldValue(Filter.present()),
                        "'initial' means nothing"),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withLabel("app", Filter.present()).withLabel("app", Filter.absent()),
                        "the label 'app'"),
                wrong(HandlerType.EVENT, o -> o.withLabel("app", "a").withLabel("app", "b"), "contradict each other"),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withAnnotation("a", Filter.allOf(Filter.is("x"), Filter.not(Filter.is("x")))),
                        "the annotation 'a'"),
                wrong(HandlerType.CREATE, o -> o.withAnnotation("a", Filter.anyOf()), "the annotation 'a'"),
                wrong(HandlerType.CREATE, o -> o.withLabel("app", "two words"), "can never have this value"),
                wrong(HandlerType.CREATE, o -> o.withLabel("app", "x".repeat(64)), "can never have this value"),
                wrong(HandlerType.CREATE, o -> o.withLabel("my app", Filter.present()), "a label of this key"),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withAnnotation("Up.Case/x", Filter.present()),
                        "an annotation of this key"),
                wrong(HandlerType.CREATE, o -> o.withOptional(true), "'optional' means nothing here"),
                wrong(HandlerType.DELETE, o -> o.withDeleted(true), "'deleted' means nothing here"),
                wrong(HandlerType.UPDATE, o -> o.withInitial(true), "'initial' means nothing here"),
                wrong(HandlerType.EVENT, o -> o.withRetries(3), "'retries' means nothing here"),
                wrong(HandlerType.EVENT, o -> o.withTimeout(Duration.ofSeconds(1)), "'timeout' means nothing here"),
                wrong(HandlerType.EVENT, o -> o.withBackoff(Duration.ofSeconds(1)), "'backoff' means nothing here"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void is_wrong(HandlerType type, HandlerOptions options, String message) {
        assertThatThrownBy(() -> OptionChecks.check(type, options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                wrong(HandlerType.UPDATE, o -> o.withField("f").withOldValue(Filter.absent()), ""),
                wrong(
                        HandlerType.UPDATE,
                        o -> o.withField("f").withOldValue(BIG).withNewValue(Filter.not(BIG)),
                        ""),
                wrong(
                        HandlerType.UPDATE,
                        o -> o.withField("f").withOldValue(Filter.present()).withNewValue(Filter.present()),
                        ""),
                wrong(HandlerType.FIELD, o -> o.withInitial(true).withOldValue(Filter.absent()), ""),
                wrong(
                        HandlerType.FIELD,
                        o -> o.withInitial(true).withOldValue(Filter.matching(old -> old == null)),
                        ""),
                wrong(HandlerType.FIELD, o -> o.withValue(Filter.absent()), ""),
                wrong(HandlerType.CREATE, o -> o.withField("f").withValue(Filter.absent()), ""),
                wrong(HandlerType.CREATE, o -> o.withLabel("app", Filter.noneOf()), ""),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withLabel("a", Filter.present()).withAnnotation("a", Filter.absent()),
                        ""),
                wrong(
                        HandlerType.CREATE,
                        o -> o.withLabel("a", Filter.present()).withLabel("a", Filter.not(Filter.is(""))),
                        ""),
                wrong(HandlerType.CREATE, o -> o.withAnnotation("a", "any text, of any length"), ""),
                wrong(HandlerType.DELETE, o -> o.withOptional(true).withLabel("example.org/app.x", "1.2_3"), ""));
    }

    @ParameterizedTest
    @MethodSource("right")
    void is_right(HandlerType type, HandlerOptions options, String nothing) {
        assertThatCode(() -> OptionChecks.check(type, options)).doesNotThrowAnyException();
    }

    @Test
    void a_lambda_with_wrong_options_is_named_by_its_type_and_id() {
        HandlerOptions options = HandlerOptions.of("grow").withOptional(true);

        assertThatThrownBy(() -> WidgetHandlers.on().create(options, (widget, ctx) -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "at the CREATE handler 'grow' of widgets.v1.example.org: 'optional' means nothing here, only for"
                                + " onDelete. Remove it.");
    }

    @Test
    void a_filter_of_a_value_that_is_no_JSON_is_refused() {
        assertThatThrownBy(() -> Filter.is(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a JSON value");
    }

    @Test
    void a_predicate_of_a_field_is_given_null_where_there_is_no_value() {
        Filter<Object> filter = Filter.matching(value -> value == null);

        assertThat(filter.test(false, null)).isTrue();
        assertThat(filter.test(true, "x")).isFalse();
    }
}
