package de.ratssaal.paper.ui;

import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.IntegrationTest;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@ViewPackages(packages = {"de.ratssaal.paper.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_SECRETARIAT", "ROLE_ADMINISTRATOR", "SYSTEM"})
@DisplayName("The papers' pages")
class PaperViewsTest extends SpringBrowserlessTest {

    private static final String TEXT = """
            Beschluss: mit Änderungen beschlossen

            Abstimmung: Ja: 12, Nein: 3, Enthaltungen: 1, Befangen: 0

            Beschluss

            01

            Die Bürgermeisterin wird beauftragt, bis zum Ende des 2. Quartals 2027 einen Plan für den Park vorzulegen.

            02

            Der Plan enthält:

            (1)    die Wege
            (2)    die Bäume

            Begründung

            Der Park ist in die Jahre gekommen.
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperShelf shelf;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    Councils councils;

    TestPapers test;

    @BeforeEach
    void aCity() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        test = new TestPapers(context);
    }

    @Test
    @DisplayName("read a pasted text into points, duties and reasons, and save it as a draft")
    void aTextIsPastedAndSaved() {
        var title = "Ein Plan für den Park " + UUID.randomUUID();
        navigate(PaperLinks.edit(draft(content(title, true))), WritePaperView.class);
        field("Einbringer").setValue("Bürgermeisterin");

        $(TextArea.class).withCaption("Beschlusstext").single().setValue(TEXT);
        test(button("Text einlesen")).click();

        assertThat($(DefinitionList.class).single().getElement().getTextRecursively())
                .contains("mit Änderungen beschlossen", "Ja: 12, Nein: 3, Enthaltungen: 1, Befangen: 0")
                .contains("2 Punkte, 2 Unterpunkte", "1 Zuständige, 1 Fristen, 0 Berichte");
        assertThat(text()).contains("Gespeichert");
        var paper = shelf.list(PaperQuery.of(title, 5)).getFirst().id();
        navigate(PaperLinks.paper(paper), PaperView.class);

        assertThat($(H1.class).single().getText()).isEqualTo(title);
        assertThat($(ProposalText.class).single().getElement().getTextRecursively())
                .contains("01", "einen Plan für den Park vorzulegen", "Zuständig: Bürgermeisterin", "bis 30. Juni 2027")
                .contains("02", "(1)", "die Wege", "(2)", "die Bäume");
        assertThat(text()).contains("Der Brunnen ist alt.", "Entwurf");
        assertThat(shelf.list(PaperQuery.of(title, 5)))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(PaperState.DRAFT));
    }

    @Test
    @DisplayName("say what was not understood in a text, in its words")
    void remarksAreShown() {
        navigate(PaperLinks.edit(draft(content("Bau", true))), WritePaperView.class);

        $(TextArea.class).withCaption("Beschlusstext").single().setValue("Zur Erfüllung von BP 07 wird gebaut.");
        test(button("Text einlesen")).click();

        assertThat(text()).contains("nicht nummeriert").contains("Es wird auf einen Punkt verwiesen");
    }

    @Test
    @DisplayName("let a point’s date follow its wording unless somebody set it by hand")
    void datesFollowTheWording() {
        var paper = draft(content("Park", true)
                .with(new ResolutionProposal("", List.of(ResolutionPoint.read("Der Plan liegt bis 31.03.2027 vor.")))));
        navigate(PaperLinks.edit(paper), WritePaperView.class);

        $(TextArea.class).withCaption("Beschlusspunkt 01").single().setValue("Der Plan liegt bis 30.09.2027 vor.");

        assertThat(drafting.workingCopy(paper)
                        .content()
                        .proposal()
                        .points()
                        .getFirst()
                        .due())
                .hasToString("DueDate[from=null, until=2027-09-30]");
    }

    @Test
    @DisplayName("begin a paper of the chosen kind and go on to its desk")
    void aPaperIsBegun() {
        var title = "Ein Plan für den Park " + UUID.randomUUID();
        navigate(PaperLinks.NEW, BeginPaperView.class);
        var city = councils.body(test.city.body());
        body(city);
        field("Titel").setValue(title);
        organization(councils.organization(test.council));

        test(button("Beginnen")).click();

        assertThat(getCurrentView()).isInstanceOf(WritePaperView.class);
        assertThat(text()).contains("Bis zur Freigabe", "Der Beschlussvorschlag fehlt noch");
        test(button("Unterpunkt hinzufügen")).click();
        $(TextArea.class).withCaption("Beschlusspunkt 01").single().setValue("Der Park wird erneuert:");
        $(TextArea.class).withCaption("Unterpunkt 01 (1)").single().setValue("die Wege");
        assertThat(shelf.paper(shelf.list(PaperQuery.of(title, 5)).getFirst().id())
                        .proposal()
                        .wording())
                .isEqualTo("Der Park wird erneuert:\n(1) die Wege");
    }

    @Test
    @DisplayName("change a template, show beside it what it looks like, and keep its versions")
    void aTemplateIsChanged() {
        navigate(PaperLinks.TEMPLATES, TemplatesView.class);
        body(councils.body(test.city.body()));

        field("Name der Art").setValue("Drucksache der Verwaltung");
        field("Muster der Nummer").setValue("{number}");
        assertThat(text()).contains("Das Muster braucht genau eine Nummer und ein Jahr");
        field("Muster der Nummer").setValue("V-{number:3}/{yyyy}");
        field("Zähler").setValue("V");
        test(button("Abschnitt hinzufügen")).click();
        field("Überschrift 4").setValue("Beteiligung der Ortsteile");

        assertThat(text()).contains("Nächste Nummer: V-001/20", "Beteiligung der Ortsteile");
        test(button("Vorlage speichern")).click();
        assertThat(text()).contains("Fassung 2");
        var paper = draft(content("Nach neuem Muster", true));
        assertThat(drafting.workingCopy(paper).number()).asString().startsWith("V-001/20");
    }

    @SuppressWarnings("unchecked")
    private void body(BodySummary chosen) {
        $(Select.class).withCaption("Körperschaft").all().forEach(it -> ((Select<BodySummary>) it).setValue(chosen));
    }

    @Test
    @DisplayName("release a paper after a question, and then show its version")
    void aPaperIsReleased() {
        var paper = draft(content("Park", true, "Der Park wird erneuert."));
        navigate(PaperLinks.paper(paper), PaperView.class);

        test(button("Freigeben")).click();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(shelf.paper(paper).paper().state()).isEqualTo(PaperState.RELEASED);
        assertThat($(H2.class).all()).extracting(H2::getText).contains("Fassungen", "Beratungsfolge", "Dateien");
        assertThat(text()).contains("Fassung 1, freigegeben am");
        assertThat($(Button.class).withText("Freigeben").all()).isEmpty();
    }

    @Test
    @DisplayName("find papers by number, word and state, and say so when there is none")
    void papersAreFound() {
        var word = "Wegwarte" + UUID.randomUUID().toString().replace("-", "");
        var paper = test.released(content("Saat von " + word, true, "Es wird gesät."));
        navigate(PaperLinks.LIST, PapersView.class);

        field("Suche").setValue(word);
        assertThat($(Anchor.class).withClassName("rs-row").all())
                .singleElement()
                .satisfies(it -> assertThat(it.getHref()).isEqualTo(PaperLinks.paper(paper)));

        state(PaperState.WITHDRAWN);
        assertThat($(Anchor.class).withClassName("rs-row").all()).isEmpty();
        assertThat(text()).contains("Nichts gefunden");
    }

    @Test
    @DisplayName("show nothing at an address that names no paper")
    void unknownPapersAreNotFound() {
        for (var address : new String[] {"papers/" + UUID.randomUUID(), "papers/nobody", "papers/x/edit"}) {
            UI.getCurrent().navigate(address);
            assertThat($(H1.class).single().getText()).as(address).isEqualTo("Hier ist nichts");
        }
    }

    private PaperId draft(de.ratssaal.paper.PaperContent content) {
        return drafting.draft(test.council, content);
    }

    private TextField field(String caption) {
        return $(TextField.class).withCaption(caption).single();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    @SuppressWarnings("unchecked")
    private void organization(OrganizationSummary chosen) {
        ((Select<OrganizationSummary>)
                        $(Select.class).withCaption("Federführung").single())
                .setValue(chosen);
    }

    @SuppressWarnings("unchecked")
    private void state(PaperState chosen) {
        ((Select<PaperState>) $(Select.class).withCaption("Stand").single()).setValue(chosen);
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
