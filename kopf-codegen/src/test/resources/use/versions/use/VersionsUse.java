package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.v1.Garden;
import dev.kopf.example.v1.GardenStatus;
import dev.kopf.example.v1.garden.Fence;
import dev.kopf.example.v1.garden.Material;
import dev.kopf.example.v1alpha1.garden.Soil;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** What an author does with several versions. */
public final class VersionsUse {

    private VersionsUse() {}

    public static void what_is_alike_is_one_class() {
        GardenStatus status = GardenStatus.builder().phase("Grown").build();
        Fence wall = Fence.builder().height(2L).material(Material.STONE).build();

        Garden garden = Garden.builder().status(status).build();
        var beta = dev.kopf.example.v1beta1.Garden.builder()
                .status(status)
                .spec(dev.kopf.example.v1beta1.GardenSpec.builder().wall(wall).build())
                .build();

        assertThat(garden.getStatus()).isEqualTo(beta.getStatus());
        assertThat(beta.getSpec().getWall()).isEqualTo(wall);
    }

    public static void versions_without_handlers_share_with_each_other_too() {
        Soil soil = Soil.builder().kind("clay").depth(3L).build();

        var alpha = dev.kopf.example.v1alpha1.GardenSpec.builder().soil(soil).build();
        var beta = dev.kopf.example.v1beta1.GardenSpec.builder().soil(soil).build();

        assertThat(alpha.getSoil()).isEqualTo(beta.getSoil());
    }

    public static void each_version_says_what_it_is() {
        var alpha = dev.kopf.example.v1alpha1.Garden.builder().build();

        assertThat(alpha.getApiVersion()).isEqualTo("example.kopf.dev/v1alpha1");
        assertThat(new KubernetesSerialization().asJson(alpha)).contains("example.kopf.dev/v1alpha1");
    }
}
