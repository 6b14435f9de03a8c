package dev.kopf.codegen.analysis;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simple names that no generated class has: those of {@code java.lang}, which nobody should shadow, and those that generated code uses. */
final class ReservedNames {

    private static final String JAVA_LANG = "Appendable AutoCloseable Boolean Byte CharSequence Character Class"
            + " ClassCastException ClassLoader ClassValue Cloneable Comparable Compiler Deprecated Double Enum Error"
            + " Exception Float FunctionalInterface IO Integer Iterable Long Math Module ModuleLayer Number Object"
            + " Override Package Process ProcessBuilder ProcessHandle Readable Record Runnable Runtime"
            + " RuntimeException SafeVarargs ScopedValue Short StackWalker StableValue String StringBuffer StringBuilder"
            + " StringTemplate SuppressWarnings System Thread ThreadGroup ThreadLocal Throwable Void";

    /** Members of generated classes. */
    private static final String MEMBERS = " Builder Known Registration";

    /** What generated files import, which would be written with its package where a class had its name. */
    private static final String IMPORTS =
            " Accessors Amounts BigDecimal ChangeFunction Collection CreateContext DateTime"
                    + " DeleteContext Dispatch DispatchedBy EventContext FieldChange FieldPath Generated Handler HandlerMethods"
                    + " HandlerOptions HandlerRegistration HandlerSource IntOrString ItemKey JsonCreator JsonObject JsonStates KeyedListChange"
                    + " List Map MapChange Masked MetadataDiff NullMarked Nullable ObjectDiff ObjectMapChange OpenEnum Password"
                    + " Quantity ResourceKind ResumeContext Set SetChange TypedBuilder TypedObject TypedResource Types UpdateContext";

    /** What only the files of resource classes import. */
    private static final String OF_RESOURCES =
            " Categories Group Kind Namespaced ObjectMeta Plural PrinterColumn Scale ShortNames Singular Subresources"
                    + " Version";

    /** In lower case, as files are not told apart by case everywhere. */
    static final Set<String> OF_TYPES = lower(JAVA_LANG + MEMBERS + IMPORTS);

    /** Those of resource classes and of what they use themselves. */
    static final Set<String> OF_RESOURCE_FILES = lower(OF_RESOURCES);

    private ReservedNames() {}

    private static Set<String> lower(String names) {
        return Stream.of(names.strip().split(" "))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
