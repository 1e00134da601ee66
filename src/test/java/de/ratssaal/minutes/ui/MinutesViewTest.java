package de.ratssaal.minutes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.minutes.RecordedMeeting;
import de.ratssaal.minutes.TextBlock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@Import(MovableClock.class)
@ViewPackages(packages = {"de.ratssaal.minutes.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_SECRETARIAT", "SYSTEM"})
class MinutesViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MinutesBook book;

    @BeforeEach
    void german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
    }

    private RecordedMeeting closed() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.decide(meeting.item(), "Radwege", RecordedMeeting.WORDING, 3, 0, 1);
        meeting.close();
        return meeting;
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private TextArea field(String label) {
        return $(TextArea.class).withCaption(label).single();
    }

    private List<String> paragraphs() {
        return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    void theSecretariatBeginsWritesAndReleases() {
        var meeting = closed();
        navigate(MinutesLinks.minutes(meeting.id()), MinutesView.class);

        test(button("Niederschrift beginnen")).click();
        assertThat(paragraphs()).contains("Mit Änderungen beschlossen", "Ja: 3, Nein: 0, Enthaltungen: 1, Befangen: 0");
        test(field("Schriftführung")).setValue("Birgit Hollenbach");
        test(field("Ö 1 Sichere Radwege")).setValue("Die Fraktionen begründen ihre Anträge.");
        assertThat(paragraphs()).contains("Die Fraktionen begründen ihre Anträge.");

        test(button("Freigeben")).click();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(book.find(meeting.id()).orElseThrow().isReleased()).isTrue();
        assertThat($(TextArea.class).all()).isEmpty();
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(MinutesLinks.pdf(meeting.id()), MinutesLinks.publicPdf(meeting.id()));
    }

    @Test
    void aTextFromAnotherWindowIsShownBesideWhatWasTyped() {
        var meeting = closed();
        meeting.begin();
        navigate(MinutesLinks.minutes(meeting.id()), MinutesView.class);
        // what is being written is not exchanged for what arrives
        ComponentUtil.fireEvent(field("Eröffnung"), new FocusNotifier.FocusEvent<>(field("Eröffnung"), true));
        meeting.write(TextBlock.INTRO, "Der andere Text");

        test(field("Eröffnung")).setValue("Mein Text");

        assertThat(field("Eröffnung").getValue()).isEqualTo("Mein Text");
        assertThat(paragraphs()).contains("Der andere Text");
        test(button("Freigeben")).click();
        assertThat($(ConfirmDialog.class).all()).isEmpty();
        assertThat(book.texts(meeting.id()).get(TextBlock.INTRO).text()).isEqualTo("Der andere Text");

        test(button("Meinen Text behalten")).click();

        assertThat(book.texts(meeting.id()).get(TextBlock.INTRO).text()).isEqualTo("Mein Text");
    }

    @Test
    void whileTheMeetingRunsNothingIsReleased() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.begin();

        navigate(MinutesLinks.minutes(meeting.id()), MinutesView.class);

        assertThat(button("Freigeben").isEnabled()).isFalse();
    }
}
