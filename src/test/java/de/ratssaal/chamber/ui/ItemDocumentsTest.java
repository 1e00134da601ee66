package de.ratssaal.chamber.ui;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.RecordedMeeting;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@Import(MovableClock.class)
@ViewPackages(packages = {"de.ratssaal.chamber.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = "SYSTEM")
@DisplayName("An item of the agenda")
class ItemDocumentsTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperRouting routing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    ProposalChanging changing;

    @Autowired
    Proposals proposals;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Files files;

    TestPapers test;
    MeetingId meeting;
    AgendaItemId item;
    PaperId paper;

    @BeforeEach
    void aMeetingIsPrepared() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        test = new TestPapers(context);
        meeting = test.meetingOf(test.council);
        item = test.itemOf(meeting, true);
        paper = test.released(content("Der Brunnen am Markt", true, "Er wird saniert.", "Er bekommt Bänke."));
    }

    @Test
    @DisplayName("shows its paper with number and title, the paper’s files and its own")
    void showsPapersAndFiles() {
        routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
        var ofPaper =
                files.attach(PaperFiles.owner(paper), "Plan.txt", true, bytes()).id();
        var ofItem = files.attach(AgendaItemFiles.owner(item), "Foto.txt", true, bytes())
                .id();
        test.convene(meeting);

        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(PaperLinks.paper(paper), FileLinks.file(ofPaper), FileLinks.file(ofItem));
        assertThat(text()).contains(shelf.paper(paper).paper().number() + "Der Brunnen am Markt", "Plan.txt");
    }

    @Test
    @DisplayName("takes a released paper that the secretariat looks for, and gives it up again")
    void takesAPaper() {
        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        test(button("Drucksache zuordnen")).click();
        paperField().setValue(shelf.paper(paper).paper());
        test(button("Zuordnen")).click();

        assertThat(shelf.papersOf(item)).extracting(PaperSummary::id).containsExactly(paper);
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains(PaperLinks.paper(paper));

        test($(Button.class)
                        .withAttribute(
                                "aria-label",
                                "Drucksache %s vom Tagesordnungspunkt nehmen"
                                        .formatted(shelf.paper(paper).paper().number()))
                        .single())
                .click();

        assertThat(shelf.papersOf(item)).isEmpty();
    }

    @Test
    @DisplayName("goes from the agenda only after a question that says what goes with it")
    void asksBeforeItTakesMoreAlong() {
        var below = test.asSystem(() -> planning.addItem(meeting, item, true, "Bänke"));
        var alone = test.asSystem(() -> planning.addItem(meeting, null, true, "Verschiedenes"));
        routing.putOnAgenda(paper, below, ConsultationRole.DECISION);
        files.attach(AgendaItemFiles.owner(item), "Foto.txt", true, bytes());
        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        test(labelled("Entfernen: Verschiedenes")).click();
        assertThat(meetings.agenda(meeting))
                .as("nothing lies on it")
                .extracting(AgendaItemSummary::id)
                .containsExactly(item, below)
                .doesNotContain(alone);

        test(labelled("Entfernen: Brunnen")).click();
        assertThat(meetings.agenda(meeting)).hasSize(2);
        assertThat($(ConfirmDialog.class).single().getElement().getProperty("message", "")
                        + $(ConfirmDialog.class).single().getElement().getTextRecursively())
                .contains("ein Unterpunkt, eine Drucksache, eine Datei");
        confirm();

        assertThat(meetings.agenda(meeting)).isEmpty();
    }

    @Test
    @DisplayName("lets the secretariat take a file back once it was sent, and after the meeting only from the public")
    void takesFilesBack() {
        var owner = AgendaItemFiles.owner(item);
        var wrong = files.attach(owner, "Preise.txt", true, bytes()).id();
        var other = files.attach(owner, "Foto.txt", true, bytes()).id();
        test.convene(meeting);

        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        assertThat($(Button.class).withText("Datei nachreichen").exists()).isTrue();
        assertThat($(Button.class).withText("Drucksache zuordnen").exists()).isFalse();
        test(labelled("Foto.txt entfernen")).click();
        confirm();
        assertThat(files.list(owner)).extracting(FileSummary::id).containsExactly(wrong);

        test.close(meeting);
        UI.getCurrent().navigate("");
        navigate(MeetingLinks.meeting(meeting), MeetingView.class);

        assertThat($(Button.class).withText("Datei nachreichen").exists()).isFalse();
        assertThat($(Button.class)
                        .withAttribute("aria-label", "Preise.txt entfernen")
                        .exists())
                .isFalse();
        test(labelled("Preise.txt nichtöffentlich machen")).click();
        assertThat(files.publicList(owner)).as("nobody was asked yet").hasSize(1);
        confirm();

        assertThat(files.publicList(owner)).isEmpty();
        assertThat(files.list(owner)).extracting(FileSummary::id).containsExactly(wrong);
        assertThat($(Button.class)
                        .withAttribute("aria-label", "Preise.txt nichtöffentlich machen")
                        .exists())
                .isFalse();
    }

    private void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
    }

    private Button labelled(String label) {
        return $(Button.class).withAttribute("aria-label", label).single();
    }

    @Test
    @DisplayName("is voted on in the paper’s wording, or in the one that was changed before the vote, “with changes”")
    void isVotedOnInThePapersWording() {
        routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
        var own = shelf.proposalFor(item).orElseThrow();

        var asked = proposals.of(item(), own, own.question());

        assertThat(asked.wording()).isEqualTo("01\nEr wird saniert.\n\n02\nEr bekommt Bänke.");
        assertThat(asked.withChanges()).isFalse();

        var points = own.proposal().points();
        changing.change(item, own.proposal(), new ResolutionProposal("", List.of(points.getFirst())));
        var changed = shelf.proposalFor(item).orElseThrow();

        assertThat(proposals.of(item(), changed, changed.question()).withChanges())
                .isTrue();
        assertThat(proposals.of(item(), changed, changed.question()).wording()).isEqualTo("Er wird saniert.");
        assertThatExceptionOfType(Refusal.class)
                .as("whoever still sees the old wording does not open the vote on it")
                .isThrownBy(() -> proposals.of(item(), own, own.question()));
    }

    @Test
    @DisplayName("R11: does not lose its publicity here: that is decided at the desk, without the public")
    void isNotExcludedHere() {
        var running = RecordedMeeting.open(3, 3, context);
        running.call(running.second());
        navigate(MeetingLinks.meeting(running.id()), MeetingView.class);

        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Öffentlichkeit ausschließen");
    }

    @Test
    @DisplayName("shows nothing of its non-public papers and files to a member of another committee")
    void showsNothingToOthers() {
        var secret = test.itemOf(meeting, false);
        routing.putOnAgenda(
                test.released(content("Verkauf am Markt", false, "Verkauft wird.")), secret, ConsultationRole.DECISION);
        files.attach(AgendaItemFiles.owner(secret), "Vertrag.txt", true, bytes());
        test.convene(meeting);

        for (var other : List.of(test.committeeMember, test.committeeClerk, test.stranger)) {
            assertThat(as(other, () -> shelf.papersOf(secret))).isEmpty();
            assertThat(as(other, () -> shelf.proposalFor(secret))).isEmpty();
            assertThat(as(other, () -> files.list(AgendaItemFiles.owner(secret))))
                    .isEmpty();
        }
    }

    private AgendaItemSummary item() {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PaperSummary> paperField() {
        return $(ComboBox.class).withCaption("Drucksache").single();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private static ByteArrayInputStream bytes() {
        return new ByteArrayInputStream("Ein Text".getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
