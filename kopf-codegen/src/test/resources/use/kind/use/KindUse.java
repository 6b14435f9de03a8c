package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.v1beta1.Gadget;
import dev.kopf.runtime.typed.PrinterColumn;
import dev.kopf.runtime.typed.Subresources;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

@SuppressWarnings("deprecation")
public final class KindUse {

    public static void the_names_and_the_scope_are_carried() {
        assertThat(Gadget.class.getAnnotation(ShortNames.class).value()).containsExactly("gd", "gdt");
        assertThat(Gadget.class.getAnnotation(Categories.class).value()).containsExactly("all", "tools");
        assertThat(new Gadget()).isInstanceOf(Namespaced.class);
    }

    public static void a_deprecated_version_is_a_deprecated_class() {
        Version version = Gadget.class.getAnnotation(Version.class);

        assertThat(Gadget.class).hasAnnotation(Deprecated.class);
        assertThat(version.deprecated()).isTrue();
        assertThat(version.deprecationWarning()).isEqualTo("use v1: it has {more}");
        assertThat(version.served()).isTrue();
    }

    public static void the_subresources_are_carried() {
        Subresources subresources = Gadget.class.getAnnotation(Subresources.class);

        assertThat(subresources.status()).isTrue();
        assertThat(subresources.scale()).hasSize(1);
        assertThat(subresources.scale()[0].specReplicasPath()).isEqualTo(".spec.replicas");
        assertThat(subresources.scale()[0].statusReplicasPath()).isEqualTo(".status.replicas");
        assertThat(subresources.scale()[0].labelSelectorPath()).isEqualTo(".status.selector");
    }

    public static void the_printer_columns_are_carried() {
        PrinterColumn[] columns = Gadget.class.getAnnotationsByType(PrinterColumn.class);

        assertThat(columns).extracting(PrinterColumn::name).containsExactly("Replicas", "Host");
        assertThat(columns[0].type()).isEqualTo("integer");
        assertThat(columns[0].description()).isEqualTo("How many there are.");
        assertThat(columns[0].priority()).isZero();
        assertThat(columns[1].jsonPath()).isEqualTo(".spec.hosts[?(@.kind==\"main\")].name");
        assertThat(columns[1].format()).isEqualTo("name");
        assertThat(columns[1].priority()).isEqualTo(1);
    }
}
