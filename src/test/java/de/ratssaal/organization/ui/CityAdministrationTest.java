package de.ratssaal.organization.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.IntegrationTest;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.BodyDetails;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.Land;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewMembership;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import de.ratssaal.organization.PersonSummary;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SpeakingOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@ViewPackages(packages = {"de.ratssaal.organization.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_ADMINISTRATOR", "SYSTEM"})
@DisplayName("The administrator sets up the city")
class CityAdministrationTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Councils councils;

    @Autowired
    BodyAdministration bodies;

    @Autowired
    PersonAdministration persons;

    @Autowired
    MembershipAdministration memberships;

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    CitySetupCard setup;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    private Button button(String text) {
        return $(Button.class).withText(text).last();
    }

    private TextField text(String label) {
        return $(TextField.class).withCaption(label).last();
    }

    private IntegerField number(String label) {
        return $(IntegerField.class).withCaption(label).last();
    }

    private DatePicker day(String label) {
        return $(DatePicker.class).withCaption(label).last();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return $(Select.class).withCaption(label).last();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(String label) {
        return $(ComboBox.class).withCaption(label).last();
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private BodySummary founded() {
        var id = BodyId.next();
        bodies.found(
                id,
                new BodyDetails("Stadt " + mark, "Stadt", Land.TH, ZoneId.of("Europe/Berlin"), "Markt 1", null, null));
        return councils.body(id);
    }

    private PersonSummary registered(String given) {
        var id = new PersonId(UUID.randomUUID());
        persons.register(id, new PersonDetails(new PersonName("", given, "Test-" + mark), null, null));
        return persons.search("Test-" + mark).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private OrganizationSummary council(TestCouncil made) {
        return councils.organization(made.council());
    }

    @Test
    @Transactional
    void onAnEmptyInstallationTheNextStepIsToSetUpTheMunicipality() {
        // hides, for this transaction, the bodies of other tests
        database.sql("create temporary table organization_body (like public.organization_body) on commit drop")
                .update();

        assertThat(setup.card().orElseThrow().getElement().getTextRecursively())
                .contains("Die Stadt einrichten", "Gebietskörperschaft anlegenOffen", "Mitglieder eintragenOffen");
        navigate(OrganizationsView.class);

        assertThat(shown()).contains("Noch ist keine Körperschaft eingerichtet");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains(OrganizationLinks.BODY);
    }

    @Test
    void aMunicipalityIsFoundedAndWhatIsMissingIsSaidAtTheField() {
        navigate(BodyView.class);
        test(button("Anlegen")).click();
        assertThat(text("Name").isInvalid()).isTrue();
        assertThat(this.<Land>combo("Land").getErrorMessage()).isEqualTo("Bitte wählen Sie das Land.");

        test(text("Name")).setValue("Stadt Lindenau " + mark);
        test(text("Kurzname")).setValue("Lindenau");
        this.<Land>combo("Land").setValue(Land.TH);
        test($(TextArea.class).withCaption("Anschrift und Kontakt").single()).setValue("Markt 1\n99999 Lindenau");
        test(text("Farbe der Körperschaft")).setValue("grün");
        test(button("Anlegen")).click();
        assertThat(text("Farbe der Körperschaft").getErrorMessage()).contains("„grün“ ist keine Farbe");
        assertThat(text("Name").getValue()).isEqualTo("Stadt Lindenau " + mark);

        test(text("Farbe der Körperschaft")).setValue("#1A7F37");
        test(button("Anlegen")).click();

        assertThat(getCurrentView()).isInstanceOf(OrganizationsView.class);
        assertThat(shown()).contains("Stadt Lindenau " + mark + " hat noch keine Gremien");
        var body = councils.bodies().stream()
                .filter(it -> it.name().endsWith(mark))
                .findFirst()
                .orElseThrow();
        assertThat(bodies.details(body.id()).land()).isEqualTo(Land.TH);

        navigate(OrganizationLinks.BODY + "/" + body.id(), BodyView.class);
        test(text("Kurzname")).setValue("Lindenau a. d. L.");
        test(button("Speichern")).click();
        assertThat(bodies.details(body.id()).shortName()).isEqualTo("Lindenau a. d. L.");
        assertThat(bodies.details(body.id()).contact()).isEqualTo("Markt 1\n99999 Lindenau");
    }

    @Test
    void aSecondTermAtTheSameTimeIsRefusedAtTheField() {
        var body = founded();
        var dialog = new TermDialog(body, bodies, () -> {});
        dialog.open();
        test(text("Name")).setValue("Wahlperiode 2024–2029");
        test(day("Erster Tag")).setValue(LocalDate.of(2024, 6, 1));
        test(day("Letzter Tag")).setValue(LocalDate.of(2024, 5, 31));
        test(button("Wahlperiode anlegen")).click();
        assertThat(day("Letzter Tag").isInvalid()).isTrue();
        test(day("Letzter Tag")).setValue(LocalDate.of(2029, 5, 31));
        test(button("Wahlperiode anlegen")).click();
        assertThat(councils.terms(body.id())).hasSize(1);

        var second = new TermDialog(body, bodies, () -> {});
        second.open();
        test(text("Name")).setValue("Noch eine");
        test(day("Erster Tag")).setValue(LocalDate.of(2029, 5, 31));
        test(day("Letzter Tag")).setValue(LocalDate.of(2034, 5, 31));
        test(button("Wahlperiode anlegen")).click();

        assertThat(day("Erster Tag").getErrorMessage()).contains("läuft schon eine andere Wahlperiode");
        assertThat(text("Name").getValue()).isEqualTo("Noch eine");
        assertThat(councils.terms(body.id())).hasSize(1);
    }

    @Test
    void aCouncilIsCreatedByThePresetOfItsLandAndGetsAMemberRegisteredOnTheWay() {
        var body = founded();
        new NewOrganizationDialog(body, Classification.COUNCIL, organizations, bodies).open();
        test(button("Anlegen")).click();
        assertThat(number("Gesetzliche Mitgliederzahl").isInvalid()).isTrue();
        test(text("Name")).setValue("Stadtrat " + mark);
        test(text("Kurzname")).setValue("StR");
        test(number("Gesetzliche Mitgliederzahl")).setValue(51);
        test(button("Anlegen")).click();

        assertThat(getCurrentView()).isInstanceOf(OrganizationView.class);
        var council = councils.organizations(body.id()).getFirst();
        assertThat($(H1.class).single().getText()).isEqualTo("Stadtrat " + mark);
        assertThat(councils.rules(council.id())).isEqualTo(RulesOfProcedure.THUERINGEN);

        test(button("Mitglied hinzufügen")).click();
        test(button("Eintragen")).click();
        assertThat(this.<PersonSummary>combo("Person").isInvalid()).isTrue();
        test(button("Neue Person erfassen")).click();
        test(text("Vorname")).setValue("Karla");
        test(text("Nachname")).setValue("Wendt-" + mark);
        test($(EmailField.class).single()).setValue("karla.wendt@example.org");
        test(button("Erfassen")).click();
        assertThat(this.<PersonSummary>combo("Person").getValue().name()).isEqualTo("Karla Wendt-" + mark);
        this.<MembershipRole>select("Aufgabe").setValue(MembershipRole.CHAIR);
        test(number("Platz im Sitzplan")).setValue(1);
        test(button("Eintragen")).click();

        assertThat($(Dialog.class).all()).isEmpty();
        assertThat(shown()).contains("Karla Wendt-" + mark).contains("Vorsitz");
        assertThat(councils.members(council.id(), today()))
                .singleElement()
                .returns(MembershipRole.CHAIR, MemberSummary::role)
                .returns(1, MemberSummary::seat)
                .returns(true, MemberSummary::votes);
    }

    @Test
    void aPoliticalGroupHasAColourAndSeats() {
        var body = founded();
        new NewOrganizationDialog(body, Classification.POLITICAL_GROUP, organizations, bodies).open();
        test(text("Name")).setValue("Grüne Liste " + mark);
        test(text("Kurzname")).setValue("GL");
        test(number("Gesetzliche Mitgliederzahl")).setValue(7);
        test(button("Anlegen")).click();
        assertThat(text("Farbe").isInvalid()).isTrue();

        test(text("Farbe")).setValue("#1a7f37");
        test(button("Anlegen")).click();

        var group = councils.organizations(body.id()).getFirst();
        assertThat(group.color()).isEqualTo("#1a7f37");
        assertThat(group.legalStrength()).isEqualTo(7);

        test(button("Angaben ändern")).click();
        test(text("Farbe")).setValue("#ffaa00");
        test(number("Gesetzliche Mitgliederzahl")).setValue(8);
        test(button("Speichern")).click();
        assertThat(councils.organization(group.id()).color()).isEqualTo("#ffaa00");
        assertThat(shown()).contains("8 Stimmen nach dem Gesetz");
    }

    @Test
    void anOfficeIsAskedForNothingThatItDoesNotHave() {
        var body = founded();
        new NewOrganizationDialog(body, Classification.OFFICE, organizations, bodies).open();
        assertThat($(IntegerField.class).exists()).isFalse();
        test(text("Name")).setValue("Kämmerei");
        test(text("Kurzname")).setValue("20");
        test(button("Anlegen")).click();

        var office = councils.organizations(body.id()).getFirst();
        assertThat(office.classification()).isEqualTo(Classification.OFFICE);
        assertThat(shown())
                .contains("werden nicht veröffentlicht")
                .doesNotContain("Geschäftsordnung")
                .doesNotContain("Stimmen nach dem Gesetz");
        var treasurer = registered("Annett");
        test(button("Mitglied hinzufügen")).click();
        this.<PersonSummary>combo("Person").setValue(treasurer);
        var roles = this.<MembershipRole>select("Aufgabe");
        assertThat(roles.getListDataView().getItems())
                .containsExactly(MembershipRole.OFFICE_WORKER, MembershipRole.OFFICE_HEAD);
        roles.setValue(MembershipRole.OFFICE_HEAD);
        assertThat($(IntegerField.class).exists()).isFalse();
        test(button("Eintragen")).click();

        assertThat(shown()).contains("Annett").contains("Leitung");
        test(button("Angaben ändern")).click();
        test(text("Name")).setValue("Stadtkämmerei");
        test(button("Speichern")).click();
        assertThat(councils.organization(office.id()).name()).isEqualTo("Stadtkämmerei");
        navigate(OrganizationsView.class);
        assertThat(shown()).contains("Stadtkämmerei").contains("Leitung: Annett");
    }

    @Test
    void aShortNameThatIsTakenIsSaidAtTheFieldAndNothingIsLost() {
        var made = TestCouncil.of(1, context);
        new NewOrganizationDialog(councils.body(made.body()), Classification.COMMITTEE, organizations, bodies).open();
        test(text("Name")).setValue("Zweites Gremium");
        test(text("Kurzname")).setValue(council(made).shortName());
        test(number("Gesetzliche Mitgliederzahl")).setValue(9);

        test(button("Anlegen")).click();

        assertThat(text("Kurzname").getErrorMessage()).contains("schon ein Gremium mit diesem Kurznamen");
        assertThat(text("Name").getValue()).isEqualTo("Zweites Gremium");
        assertThat(councils.organizations(made.body())).hasSize(1);
    }

    @Test
    void rulesAreAPresetWithOwnValuesAndTheirOwnSource() {
        var council = TestCouncil.of(3, context).council();
        navigate(OrganizationLinks.rules(council), RulesView.class);

        assertThat(shown()).contains("Ladungsfrist", "Beschlussfähigkeit", "Niederschrift");
        this.<Preset>select("Vorlage der Geschäftsordnung").setValue(Preset.NORDRHEIN_WESTFALEN);
        var days = number("Volle Kalendertage zwischen Zugang und Sitzung");
        assertThat(days.getValue()).isEqualTo(7);
        test(days).setValue(2);
        test(button("Geschäftsordnung festlegen")).click();
        assertThat(number("Bei Dringlichkeit spätestens so viele Tage vor der Sitzung")
                        .isInvalid())
                .isTrue();
        test(days).setValue(10);
        assertThat($(StatusBadge.class).all())
                .filteredOn(it -> it.isVisible())
                .extracting(it -> it.getElement().getTextRecursively())
                .containsExactly("Anders als die Vorlage");
        this.<Fraction>select("Anwesend und stimmberechtigt sein muss mehr als").setValue(Fraction.TWO_THIRDS);
        test($(Checkbox.class)
                        .withCaption("Bei Stimmengleichheit entscheidet die Stimme des Vorsitzes")
                        .single())
                .click();
        this.<SpeakingOrder>select("Reihenfolge der Reden").setValue(SpeakingOrder.ALTERNATING_GROUPS);
        test(number("Minuten je Person und Punkt")).setValue(10);
        number("Längste Rede in Minuten").clear();
        var source = $(TextField.class).withCaption("Fundstelle").all().getFirst();
        assertThat(source.getValue()).isEqualTo("GO NRW § 47 Abs. 2");
        test(source).setValue("Hauptsatzung § 3");
        test(button("Geschäftsordnung festlegen")).click();

        var rules = councils.rules(council);
        assertThat(rules.preset()).isEqualTo(Preset.NORDRHEIN_WESTFALEN);
        assertThat(rules.invitation().days()).isEqualTo(10);
        assertThat(rules.invitation().source()).isEqualTo(new LegalSource("Hauptsatzung", "§ 3"));
        assertThat(rules.quorum().present()).isEqualTo(Fraction.TWO_THIRDS);
        assertThat(rules.majority().castingVote()).isTrue();
        assertThat(rules.speaking().order()).isEqualTo(SpeakingOrder.ALTERNATING_GROUPS);
        assertThat(rules.speaking().personMinutes()).isEqualTo(10);
        assertThat(rules.speaking().speechMinutes()).isNull();
        assertThat(rules.election()).isEqualTo(RulesOfProcedure.NORDRHEIN_WESTFALEN.election());
        assertThat(getCurrentView()).isInstanceOf(OrganizationView.class);
        assertThat(shown()).contains("mindestens 10 volle Kalendertage").contains("Hauptsatzung § 3");
    }

    @Test
    void everyPresetGoesThroughTheFormUnchanged() {
        for (var preset : Preset.values()) {
            var form = new RulesForm();
            form.show(RulesOfProcedure.of(preset));
            assertThat(form.value()).isEqualTo(RulesOfProcedure.of(preset));
        }
    }

    @Test
    void rulesFromALaterDayAreAnnounced() {
        var council = TestCouncil.of(3, context).council();
        navigate(OrganizationLinks.rules(council), RulesView.class);
        test(number("Volle Kalendertage zwischen Zugang und Sitzung")).setValue(6);
        day("Gilt ab").setValue(today().minusDays(1));
        test(button("Geschäftsordnung festlegen")).click();
        assertThat(day("Gilt ab").isInvalid()).isTrue();
        test(day("Gilt ab")).setValue(today().plusDays(30));
        test(button("Geschäftsordnung festlegen")).click();

        assertThat(councils.rules(council)).isEqualTo(RulesOfProcedure.THUERINGEN);
        assertThat(councils.rules(council, today().plusDays(30)).invitation().days())
                .isEqualTo(6);
        assertThat(shown()).contains("gilt eine andere Fassung");
    }

    @Test
    void aMembershipBeginsOnThePersonsPageEndsThereAndStaysInTheHistory() {
        var made = TestCouncil.of(1, context);
        var committee = made.organization(Classification.COMMITTEE, 9, context);
        navigate(OrganizationLinks.person(made.chair()), PersonView.class);

        test(button("Mitgliedschaft beginnen")).click();
        this.<OrganizationSummary>combo("Gremium").setValue(councils.organization(committee));
        test(day("Erster Tag")).setValue(today().minusDays(10));
        test(button("Eintragen")).click();
        assertThat(councils.member(committee, made.chair(), today())).isPresent();

        var end = $(Button.class).all().stream()
                .filter(it -> it.getAriaLabel()
                        .filter(label ->
                                label.contains(councils.organization(committee).name()))
                        .isPresent())
                .toList();
        test(end.getFirst()).click();
        test(day("Letzter Tag")).setValue(today().minusDays(20));
        test(button("Beenden")).click();
        assertThat(day("Letzter Tag").getErrorMessage()).contains("vor dem Beginn");
        test(day("Letzter Tag")).setValue(today().minusDays(1));
        test(button("Beenden")).click();

        assertThat(councils.member(committee, made.chair(), today())).isEmpty();
        assertThat(councils.member(committee, made.chair(), today().minusDays(1)))
                .isPresent();
        assertThat(shown())
                .contains("Früher")
                .contains(councils.organization(committee).name());
    }

    @Test
    void aSubstituteStandsInForAVotingMember() {
        var made = TestCouncil.of(2, context);
        var substitute = registered("Sascha");
        navigate(OrganizationLinks.organization(made.council()), OrganizationView.class);

        test(button("Stellvertretung bestimmen")).click();
        this.<PersonSummary>combo("Person").setValue(substitute);
        test(button("Eintragen")).click();
        assertThat(this.<MemberSummary>combo("Vertritt").isInvalid()).isTrue();
        this.<MemberSummary>combo("Vertritt")
                .setValue(councils.member(made.council(), made.chair(), today()).orElseThrow());
        test(button("Eintragen")).click();

        assertThat(councils.member(made.council(), substitute.id(), today()))
                .get()
                .returns(made.chair(), MemberSummary::standsInFor)
                .returns(false, MemberSummary::votes);
        navigate(OrganizationLinks.person(substitute.id()), PersonView.class);
        assertThat(shown()).contains("vertritt " + councils.nameOf(made.chair()));
    }

    @Test
    void aSeatIsTakenOnlyOnce() {
        var made = TestCouncil.of(2, context);
        var chair = councils.memberships(made.chair()).getFirst();
        memberships.seat(chair.id(), 4);
        var deputy = councils.memberships(made.members().get(1)).getFirst();
        new SeatDialog(deputy, memberships, () -> {}).open();

        test(number("Platz im Sitzplan")).setValue(4);
        test(button("Speichern")).click();
        assertThat(number("Platz im Sitzplan").getErrorMessage()).contains("schon besetzt");
        test(number("Platz im Sitzplan")).setValue(5);
        test(button("Speichern")).click();

        assertThat(councils.memberships(deputy(made)).getFirst().seat()).isEqualTo(5);
    }

    private static PersonId deputy(TestCouncil made) {
        return made.members().get(1);
    }

    @Test
    void aFullOrganizationSaysSoAtTheRightToVote() {
        var made = TestCouncil.of(2, context);
        var extra = registered("Alex");
        navigate(OrganizationLinks.organization(made.council()), OrganizationView.class);

        test(button("Mitglied hinzufügen")).click();
        this.<PersonSummary>combo("Person").setValue(extra);
        test(button("Eintragen")).click();

        assertThat($(Checkbox.class).withCaption("Mit Stimmrecht").single().getErrorMessage())
                .contains("Alle 2 Sitze");
        assertThat(this.<PersonSummary>combo("Person").getValue()).isEqualTo(extra);
    }

    @Test
    void aPersonIsFoundByNameAndChangedAndNotRegisteredTwiceByMistake() {
        var known = registered("Robin");
        navigate(PersonsView.class);
        test(text("Name oder E-Mail")).setValue("robin " + mark);
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains(OrganizationLinks.person(known.id()));

        test(button("Neue Person erfassen")).click();
        test(text("Vorname")).setValue("Robin");
        test(text("Nachname")).setValue("Test-" + mark);
        test(button("Erfassen")).click();
        assertThat(text("Nachname").getErrorMessage()).contains("ist schon erfasst");
        assertThat(persons.search("Test-" + mark)).hasSize(1);
        test(button("Erfassen")).click();
        assertThat(persons.search("Test-" + mark)).hasSize(2);

        navigate(OrganizationLinks.person(known.id()), PersonView.class);
        test(button("Person ändern")).click();
        test(text("Titel")).setValue("Dr.");
        test($(EmailField.class).single()).setValue("robin@example.org");
        test(button("Speichern")).click();
        assertThat($(H1.class).single().getText()).isEqualTo("Dr. Robin Test-" + mark);
        assertThat(shown()).contains("robin@example.org");
    }

    @Test
    void anOrganizationIsDissolvedForGood() {
        var made = TestCouncil.of(2, context);
        navigate(OrganizationLinks.organization(made.council()), OrganizationView.class);

        test(button("Auflösen")).click();
        test(button("Endgültig auflösen")).click();

        assertThat(shown()).contains("Aufgelöst, letzter Tag");
        assertThat($(Button.class).withText("Mitglied hinzufügen").all()).isEmpty();
        assertThat(councils.members(made.council(), today().plusDays(1))).isEmpty();
    }

    @Test
    @WithMockUser
    void whoIsNoAdministratorSeesNoButtonsAndIsRefusedByTheUseCasesToo() {
        var made = TestCouncil.of(2, context);

        assertThat(setup.card()).isEmpty();
        navigate(OrganizationsView.class);
        assertThat($view(Button.class).all()).isEmpty();
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .doesNotContain(OrganizationLinks.BODY, OrganizationLinks.PERSONS);
        navigate(OrganizationLinks.organization(made.council()), OrganizationView.class);
        assertThat($view(Button.class).all()).isEmpty();
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .doesNotContain(OrganizationLinks.rules(made.council()));
        navigate(OrganizationLinks.person(made.chair()), PersonView.class);
        assertThat($view(Button.class).all()).isEmpty();
        assertThat(shown()).doesNotContain("@example.org");

        denied(() -> bodies.found(
                BodyId.next(), new BodyDetails("X " + mark, "X", Land.TH, ZoneId.of("Europe/Berlin"), "", null, null)));
        denied(() -> organizations.change(made.council(), "X", "X", 3, null));
        denied(() -> organizations.dissolve(made.council(), today()));
        denied(() -> organizations.adoptRules(made.council(), RulesOfProcedure.ASSOCIATION, today()));
        denied(() ->
                memberships.begin(NewMembership.voting(made.council(), made.chair(), MembershipRole.MEMBER, today())));
        var membership = councils.memberships(made.chair()).getFirst().id();
        denied(() -> memberships.end(membership, today()));
        denied(() -> memberships.seat(membership, 1));
        denied(() -> persons.search(""));
        denied(() -> persons.details(made.chair()));
    }

    @Test
    @WithMockUser
    void whoIsNoAdministratorDoesNotGetTheDialogsToWorkEither() {
        var made = TestCouncil.of(2, context);
        new EndMembershipDialog(councils.memberships(made.chair()).getFirst(), today(), memberships, () -> {}).open();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test(button("Beenden")).click());

        assertThat(councils.member(made.council(), made.chair(), today().plusDays(1)))
                .isPresent();
    }

    private static void denied(Runnable act) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(act::run);
    }

    @Test
    void administratorsSeeButtonsOfOrganizationsThatTheyMayChange() {
        var id = TestCouncil.of(1, context).council();
        navigate(OrganizationLinks.organization(id), OrganizationView.class);
        assertThat($(Button.class).all())
                .extracting(Button::getText)
                .contains("Mitglied hinzufügen", "Angaben ändern", "Auflösen");
    }
}
