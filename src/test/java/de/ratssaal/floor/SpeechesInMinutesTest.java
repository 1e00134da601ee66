package de.ratssaal.floor;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.identity.PersonId;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesDrafting;
import de.ratssaal.minutes.MinutesSheet;
import de.ratssaal.minutes.RecordedMeeting;
import de.ratssaal.minutes.TextBlock;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R18: Who spoke on an item")
class SpeechesInMinutesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AskingForTheFloor asking;

    @Autowired
    FloorConduct conduct;

    @Autowired
    MinutesDrafting drafting;

    @Autowired
    MinutesBook book;

    @Autowired
    DecidingPublicity publicity;

    @Autowired
    Councils councils;

    @Test
    @DisplayName("stands in the draft of the minutes in the order of speeches; guests by name only if they agreed")
    void inOrder() {
        var meeting = RecordedMeeting.open(5, 5, context);
        meeting.call(meeting.item());
        var first = speak(meeting, 2, SpeechKind.SPEECH, null);
        var second = speak(meeting, 3, SpeechKind.POINT_OF_ORDER, first);
        Acting.as(meeting.chair(), () -> conduct.letResidentsAsk(meeting.id(), meeting.item(), true));
        var resident = Acting.as(
                meeting.chair(),
                () -> conduct.enterGuest(meeting.id(), meeting.item(), "Uwe Bürger", GuestKind.RESIDENT, false));
        Acting.as(meeting.chair(), () -> conduct.call(meeting.id(), resident, second));
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), resident));
        meeting.asSecretary(() -> drafting.begin(meeting.id()));

        assertThat(item(meeting).text())
                .isEqualTo("Es sprachen: %s, %s, zur Geschäftsordnung, Einwohnerin oder Einwohner."
                        .formatted(name(meeting.member(2)), name(meeting.member(3))));
    }

    @Test
    @DisplayName("R11: is not told of speeches behind closed doors, also if the item stays public")
    void behindDoors() {
        var meeting = RecordedMeeting.open(5, 5, context);
        meeting.call(meeting.item());
        var before = speak(meeting, 2, SpeechKind.SPEECH, null);
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), before));
        Acting.as(meeting.chair(), () -> publicity.closeDoors(meeting.id()));
        var inside = speak(meeting, 3, SpeechKind.SPEECH, null);
        Acting.as(meeting.chair(), () -> conduct.end(meeting.id(), inside));
        Acting.as(meeting.chair(), () -> publicity.admit(meeting.id(), new Tally(1, 4, 0)));
        meeting.asSecretary(() -> drafting.begin(meeting.id()));

        assertThat(item(meeting).text())
                .startsWith("Es sprachen: %s.".formatted(name(meeting.member(2))))
                .doesNotContain(name(meeting.member(3)));
    }

    @Test
    @DisplayName("is proposed to the secretariat, who changes it or takes it out; what they wrote stays")
    void canBeChanged() {
        var meeting = RecordedMeeting.open(5, 5, context);
        meeting.call(meeting.item());
        var first = speak(meeting, 2, SpeechKind.SPEECH, null);
        meeting.asSecretary(() -> drafting.begin(meeting.id()));
        var block = TextBlock.of(meeting.item());
        var proposed = meeting.asSecretary(() -> book.texts(meeting.id())).get(block);
        assertThat(proposed.text()).startsWith("Es sprachen: ");
        assertThat(proposed.version()).isZero();

        meeting.asSecretary(() -> drafting.save(meeting.id(), block, "Frau Test führt in den Punkt ein.", 0));
        speak(meeting, 3, SpeechKind.SPEECH, first);

        assertThat(item(meeting).text()).isEqualTo("Frau Test führt in den Punkt ein.");
        meeting.asSecretary(() -> drafting.save(meeting.id(), block, "", 1));
        assertThat(item(meeting).text()).as("emptied on purpose").isEmpty();
    }

    private RequestId speak(RecordedMeeting meeting, int member, SpeechKind kind, @Nullable RequestId before) {
        var request = Acting.as(meeting.member(member), () -> asking.ask(meeting.id(), meeting.item(), kind));
        Acting.as(meeting.chair(), () -> conduct.call(meeting.id(), request, before));
        return request;
    }

    private MinutesSheet.Item item(RecordedMeeting meeting) {
        return meeting.asSecretary(() -> book.sheet(meeting.id())).items().stream()
                .filter(it -> it.id().equals(meeting.item()))
                .findFirst()
                .orElseThrow();
    }

    private String name(PersonId person) {
        return councils.nameOf(person);
    }
}
