package de.ratssaal.floor;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.floor.SpeakingFigures.Share;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.organization.Gender;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How much was said")
class SpeakingFiguresTest {

    private static final AgendaItemId ITEM = new AgendaItemId(UUID.randomUUID());

    @Test
    @DisplayName("is counted by person and by group, the longest first, guests together")
    void byPersonAndGroup() {
        var ada = person();
        var bo = person();
        var figures = SpeakingFigures.of(
                List.of(
                        speech(member(ada, "Ada", "A"), 60),
                        speech(member(bo, "Bo", "B"), 100),
                        speech(member(ada, "Ada", "A"), 90),
                        speech(guest("Uwe"), 20),
                        speech(guest("Udo"), 10)),
                Map.of());

        assertThat(figures.byPerson())
                .containsExactly(
                        new Share<>("Ada", "A", 2, Duration.ofSeconds(150)),
                        new Share<>("Bo", "B", 1, Duration.ofSeconds(100)),
                        new Share<>(null, null, 2, Duration.ofSeconds(30)));
        assertThat(figures.byGroup()).extracting(Share::of).containsExactly("A", "B", null);
    }

    @Test
    @DisplayName("is told by gender only where nobody can tell the gender of one of them: from three persons on")
    void byGender() {
        var women = IntStream.range(0, 3).mapToObj(it -> person()).toList();
        var men = IntStream.range(0, 2).mapToObj(it -> person()).toList();
        var genders = new HashMap<PersonId, Gender>();
        women.forEach(it -> genders.put(it, Gender.FEMALE));
        men.forEach(it -> genders.put(it, Gender.MALE));
        var speeches = IntStream.range(0, 5)
                .mapToObj(it -> speech(member(it < 3 ? women.get(it) : men.get(it - 3), "P" + it, "A"), 10 + it))
                .toList();

        assertThat(SpeakingFigures.of(speeches, genders).byGender())
                .containsExactly(
                        new Share<>(Gender.FEMALE, null, 3, Duration.ofSeconds(33)),
                        new Share<>(null, null, 2, Duration.ofSeconds(27)));
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID());
    }

    private static Speaker member(PersonId person, String name, String group) {
        return new Speaker(person, name, OrganizationId.next(), group, null, null, true);
    }

    private static Speaker guest(String name) {
        return new Speaker(null, name, null, null, null, GuestKind.RESIDENT, false);
    }

    private static Speech speech(Speaker speaker, int seconds) {
        return new Speech(
                RequestId.next(),
                ITEM,
                SpeechKind.SPEECH,
                speaker,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(seconds),
                Duration.ofSeconds(seconds));
    }
}
