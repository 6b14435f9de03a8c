package use;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.books.Volume;
import com.acme.books.VolumeDiff;
import com.acme.books.VolumeHandler;
import com.acme.books.VolumeSettings;
import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPart;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.handler.UpdateContext;
import java.util.List;
import java.util.Map;

/** What an author sees of chosen names. */
public final class NamesUse {

    private NamesUse() {}

    public static void getters_setters_diffs_and_handlers_have_them() {
        Volume volume = Volume.builder()
                .spec(VolumeSettings.builder()
                        .title("Kopf")
                        .chapters(List.of(Part.builder().number(1L).build()))
                        .part(SettingsPart.builder().name("one").build())
                        .build())
                .notes(Map.of("a", "b"))
                .build();

        assertThat(volume.getKind()).isEqualTo("Book");
        assertThat(volume.getSpec().getTitle()).isEqualTo("Kopf");
        assertThat(volume.getSpec().asMap().get("foo-bar")).isEqualTo("Kopf");
        assertThat(volume.getNotes()).containsEntry("a", "b");
        assertThat(VolumeDiff.between(new Volume(), volume).spec().title().newValue()).isEqualTo("Kopf");
    }

    static final class Operator implements VolumeHandler {
        @Override
        public void onSpecTitleChange(Volume volume, FieldChange<String> title, UpdateContext context) {}

        @Override
        public void onNotesChange(Volume volume, MapChange<String> notes, UpdateContext context) {}
    }
}
