package dev.kopf.example.evc;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

/** What fits the CRD compiles, and what does not fit it does not. */
class GeneratedCodeTest {

    @Test
    void a_handler_of_a_field_that_the_crd_has_compiles() {
        assertThat(compile("FieldChange<String> size", "onSpecSizeChange")).succeededWithoutWarnings();
    }

    @Test
    void a_handler_of_a_field_that_the_crd_does_not_have_does_not_compile() {
        assertThat(compile("FieldChange<String> colour", "onSpecColourChange"))
                .hadErrorContaining("method does not override or implement a method from a supertype");
    }

    @Test
    void a_handler_of_a_field_with_another_type_does_not_compile() {
        assertThat(compile("FieldChange<Integer> size", "onSpecSizeChange")).hadErrorContaining("name clash");
    }

    private static Compilation compile(String parameter, String method) {
        return javac().withOptions("-Xlint:all,-processing,-classfile", "-proc:none")
                .compile(JavaFileObjects.forSourceString("example.Handlers", """
                        package example;

                        import dev.kopf.runtime.essence.FieldChange;
                        import dev.kopf.runtime.handler.UpdateContext;
                        import org.zalando.v1.EphemeralVolumeClaim;
                        import org.zalando.v1.EphemeralVolumeClaimHandler;

                        final class Handlers implements EphemeralVolumeClaimHandler {
                            @Override
                            public Object %s(EphemeralVolumeClaim claim, %s, UpdateContext ctx) {
                                return null;
                            }
                        }
                        """.formatted(method, parameter)));
    }
}
