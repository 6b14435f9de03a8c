package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kopf.codegen.model.TypeModel;
import dev.kopf.codegen.model.TypeModel.Scalar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What fabric8's classes have to show of JSON: all that fits their fields, and nothing of what does not. */
final class CoreValues {

    private static final Map<Type, Scalar> SCALARS =
            Map.of(Integer.class, Scalar.INTEGER, Long.class, Scalar.LONG, Boolean.class, Scalar.BOOLEAN);

    private static final Pattern QUANTITY = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([numkMGTPE]|[KMGTPE]i)?");

    private CoreValues() {}

    /** Whether a class of fabric8's is in a type. */
    static boolean isIn(TypeModel type) {
        if (type instanceof TypeModel.MapOf map) {
            return isIn(map.value());
        }
        if (type instanceof TypeModel.ListOf list) {
            return isIn(list.item());
        }
        if (type instanceof TypeModel.SetOf set) {
            return isIn(set.item());
        }
        return type instanceof TypeModel.KeyedListOf keyed ? isIn(keyed.item()) : type instanceof TypeModel.CoreType;
    }

    /** What an object of fabric8's shows otherwise than a JSON object has it; empty where it is right. */
    static Optional<String> loss(String path, Object typed, Map<?, ?> raw) throws ReflectiveOperationException {
        for (Field field : typed.getClass().getDeclaredFields()) {
            JsonProperty property = field.getAnnotation(JsonProperty.class);
            if (property != null) {
                field.setAccessible(true);
                Object plain = raw.get(property.value());
                String inner = path + "." + property.value();
                Optional<String> loss = loss(inner, field.get(typed), plain, field.getGenericType());
                if (loss.isPresent()) {
                    return loss;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> loss(String path, @Nullable Object typed, @Nullable Object raw, Type type)
            throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? maps(path, (Map<?, ?>) typed, raw, arguments[1])
                    : lists(path, (List<?>) typed, raw, arguments[0]);
        }
        boolean isObject = type instanceof Class<?> used && used.getName().startsWith("io.fabric8.") && !isValue(used);
        if (isObject && raw instanceof Map<?, ?> map && typed != null) {
            return loss(path, typed, map);
        }
        boolean right = isObject ? !(raw instanceof Map) && typed == null : shows(typed, raw, type);
        return right ? Optional.empty() : Optional.of(path + " is " + raw + ", and reads as " + typed);
    }

    private static boolean isValue(Class<?> type) {
        return type == Quantity.class || type == IntOrString.class;
    }

    private static boolean shows(@Nullable Object typed, @Nullable Object raw, Type type) {
        if (raw == null) {
            return typed == null;
        }
        Scalar scalar = SCALARS.get(type);
        if (scalar != null) {
            boolean fits = Fit.fits(raw, scalar);
            return typed == null ? !fits : (fits && isSame(typed, raw));
        }
        if (type == IntOrString.class) {
            boolean fits = raw instanceof String || Fit.fits(raw, Scalar.INTEGER);
            return typed == null ? !fits : (fits && isSame(((IntOrString) typed).getValue(), raw));
        }
        if (type == Quantity.class) {
            // What is no quantity may show as one that is written as the text, or not at all.
            boolean fits = QUANTITY.matcher(raw.toString()).matches() && !(raw instanceof List || raw instanceof Map);
            return typed == null ? !fits : typed.toString().equals(raw.toString());
        }
        return type != String.class || Objects.equals(typed, Fit.fits(raw, Scalar.TEXT) ? raw.toString() : null);
    }

    private static boolean isSame(Object typed, Object raw) {
        if (raw instanceof Number number && typed instanceof Number shown) {
            return number.longValue() == shown.longValue();
        }
        return typed.equals(raw);
    }

    private static Optional<String> lists(String path, @Nullable List<?> typed, @Nullable Object raw, Type item)
            throws ReflectiveOperationException {
        List<?> shown = typed == null ? List.of() : typed;
        List<?> plain = raw instanceof List<?> list ? list : List.of();
        if (shown.size() != plain.size()) {
            return Optional.of(path + " is " + raw + ", and reads as " + typed);
        }
        for (int i = 0; i < plain.size(); i++) {
            Optional<String> loss = loss(path + "[" + i + "]", shown.get(i), plain.get(i), item);
            if (loss.isPresent()) {
                return loss;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> maps(String path, @Nullable Map<?, ?> typed, @Nullable Object raw, Type value)
            throws ReflectiveOperationException {
        Map<?, ?> shown = typed == null ? Map.of() : typed;
        Map<?, ?> plain = raw instanceof Map<?, ?> map ? map : Map.of();
        if (!shown.keySet().equals(plain.keySet())) {
            return Optional.of(path + " is " + raw + ", and reads as " + typed);
        }
        for (Map.Entry<?, ?> entry : plain.entrySet()) {
            Optional<String> loss =
                    loss(path + "." + entry.getKey(), shown.get(entry.getKey()), entry.getValue(), value);
            if (loss.isPresent()) {
                return loss;
            }
        }
        return Optional.empty();
    }
}
