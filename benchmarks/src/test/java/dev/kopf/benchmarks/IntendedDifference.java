package dev.kopf.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Where our getters have other names than java-generator's on purpose. All others are the same. */
enum IntendedDifference {

    /** {@code get_default()}: only a field must not be named as a keyword, and a getter need not say so. */
    KEYWORD {
        @Override
        boolean explains(Accessors.Pair pair) {
            return SourceVersion.isKeyword(pair.jsonName(), SourceVersion.RELEASE_17)
                    && pair.theirs().equals("get_" + pair.jsonName())
                    && pair.ours().equals("get" + capital(pair.jsonName()));
        }
    },

    /** {@code getGroup_by()}, {@code get_XX()}: Java names are in camel case, whatever stands between the words or before them. */
    CAMEL_CASE {
        @Override
        boolean explains(Accessors.Pair pair) {
            return pair.theirs().contains("_") && pair.ours().equals("get" + camelCase(pair.jsonName()));
        }
    },

    /** Beside {@code fooBar} there is {@code foo_bar}: the first has the name, as there, and the second another one. */
    TAKEN {
        @Override
        boolean explains(Accessors.Pair pair) {
            return pair.theirs().contains("_")
                    && pair.ours().equals("get" + camelCase(pair.jsonName()) + "Field")
                    && !SourceVersion.isKeyword(pair.jsonName(), SourceVersion.RELEASE_17);
        }
    },

    /** {@code getVersion()} of a resource, and {@code getClass()}, are of every resource or object and mean something else. */
    INHERITED {
        @Override
        boolean explains(Accessors.Pair pair) {
            boolean isOfTheResource = pair.path().indexOf('.') == pair.path().lastIndexOf('.');
            Set<String> inherited =
                    isOfTheResource ? Set.of("scope", "version", "plural", "singular") : Set.of("class");
            return inherited.contains(pair.jsonName())
                    && pair.ours().equals("get" + capital(pair.jsonName()) + "Field");
        }
    };

    abstract boolean explains(Accessors.Pair pair);

    private static String camelCase(String jsonName) {
        return Arrays.stream(jsonName.split("[^A-Za-z0-9]+"))
                .map(IntendedDifference::capital)
                .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
