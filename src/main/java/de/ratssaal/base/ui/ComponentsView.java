package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.base.ui.SeatPlan.Seat;
import de.ratssaal.base.ui.SeatPlan.SeatState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Everything that pages are made of, on one page. There in the demo profile only; the samples are invented. */
@Route(value = "components", layout = MainLayout.class, registerAtStartup = false)
@AnonymousAllowed
class ComponentsView extends Composite<Div> implements HasDynamicTitle {

    static final String PATH = "components";

    private static final List<Faction> FACTIONS = List.of(
            new Faction("LM", "#c8102e", 12),
            new Faction("SL", "#2f8f3a", 9),
            new Faction("UF", "#8a1c5a", 7),
            new Faction("BfL", "#f2c500", 4),
            new Faction("OS", "#22262b", 12),
            new Faction("OT", "#2b6cb0", 6));

    ComponentsView() {
        getContent().addClassNames("rs-page", "rs-gallery");
        getContent()
                .add(
                        new PageHeader(getTranslation("base.gallery.title"), getTranslation("base.gallery.subtitle"))
                                .above(getTranslation("base.start"), "")
                                .meta(
                                        new StatusBadge(Tone.LIVE, "Sitzung läuft"),
                                        new StatusBadge(Tone.RESTRICTED, "Nichtöffentlich"))
                                .actions(primary("Sitzung planen"), new Button("Drucken", Symbol.PRINT.create())),
                        badges(),
                        pair(votes(), quorum()),
                        seats(),
                        pair(timeline(), facts()),
                        pair(buttons(), notices()),
                        fields(),
                        pair(files(), empty()),
                        grid(),
                        colours(),
                        type());
    }

    private static Component pair(Component... cards) {
        var pair = new Div(cards);
        pair.addClassName("rs-pair");
        return pair;
    }

    private static Component row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("rs-cluster");
        return row;
    }

    private static Button primary(String text) {
        var button = new Button(text, Symbol.PLAN.create());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Component badges() {
        return new Card(
                "StatusBadge",
                row(
                        new StatusBadge(Tone.NEUTRAL, "Entwurf"),
                        new StatusBadge(Tone.INFO, Symbol.INVITATION, "Eingeladen"),
                        new StatusBadge(Tone.SUCCESS, "Mit Änderungen beschlossen"),
                        new StatusBadge(Tone.WARNING, "Frist knapp"),
                        new StatusBadge(Tone.DANGER, Symbol.NO, "Abgelehnt"),
                        new StatusBadge(Tone.LIVE, "Abstimmung läuft"),
                        new StatusBadge(Tone.RESTRICTED, "Nichtöffentlich")),
                row(
                        new PersonChip("Karla Wendt", "SL", "#2f8f3a"),
                        new PersonChip("Dr. Jonas Ebert", "OS", "#22262b"),
                        new PersonChip("Mirjam Scholz")));
    }

    private Component votes() {
        return new Card(
                        "VoteBar",
                        new VoteBar(new VoteBar.Votes(33, 0, 5, 0, 0)),
                        new VoteBar(new VoteBar.Votes(14, 9, 3, 21, 2)))
                .emphasized()
                .aside(new StatusBadge(Tone.SUCCESS, "Beschlossen"));
    }

    private Component quorum() {
        return new Card(
                "QuorumMeter",
                new QuorumMeter(new QuorumMeter.Reading(38, 26, 51, true)),
                new QuorumMeter(new QuorumMeter.Reading(19, 26, 51, false)));
    }

    private Component seats() {
        return new Card("SeatPlan", new SeatPlan("Stadtrat", seatsOfTheCouncil()));
    }

    private static List<Seat> seatsOfTheCouncil() {
        var groups = FACTIONS.stream()
                .flatMap(it -> IntStream.range(0, it.seats()).mapToObj(at -> it))
                .toList();
        var members = IntStream.range(0, groups.size())
                .mapToObj(at -> new Seat(
                        "seat-" + at,
                        at + 1,
                        "Mitglied " + (at + 1),
                        groups.get(at).name(),
                        groups.get(at).color(),
                        state(at),
                        at % 11 == 3,
                        at == 15));
        return Stream.concat(
                        members,
                        Stream.of(new Seat("mayor", 0, "Oberbürgermeisterin", null, null, SeatState.YES, false, false)))
                .toList();
    }

    private static SeatState state(int at) {
        return switch (at % 17) {
            case 2 -> SeatState.ABSENT;
            case 5 -> SeatState.ABSTAIN;
            case 8 -> SeatState.NO;
            case 11 -> SeatState.PRESENT;
            case 13 -> at > 40 ? SeatState.RECUSED : SeatState.VOTED;
            default -> SeatState.YES;
        };
    }

    private Component timeline() {
        return new Card(
                "Timeline",
                new Timeline()
                        .add(Timeline.Step.DONE, "12. Mai 2026", "Ausschuss für Stadtentwicklung: empfohlen")
                        .add(
                                Timeline.Step.NOW,
                                "3. Juni 2026, 17:00 Uhr",
                                "Stadtrat: Entscheidung",
                                new StatusBadge(Tone.LIVE, "Abstimmung läuft"))
                        .add(Timeline.Step.TO_COME, "4. Quartal 2026", "Hauptausschuss: Bericht"));
    }

    private Component facts() {
        return new Card(
                        "DefinitionList",
                        new DefinitionList()
                                .add("Termin", "Mittwoch, 3. Juni 2026, 17:00 Uhr")
                                .add("Ort", "Rathaus, Ratssaal, Fischmarkt 1, 99000 Lindenau")
                                .add("Form", new StatusBadge(Tone.INFO, Symbol.REMOTE, "Hybrid"))
                                .add("Einladung", "zugestellt an 51 von 51 Mitgliedern"))
                .aside(new Anchor(PATH, "Zur Sitzung"));
    }

    private Component buttons() {
        var primary = primary("Einladung senden");
        var plain = new Button("Entwurf speichern", Symbol.SAVE.create());
        var quiet = new Button("Verwerfen");
        quiet.addThemeVariants(ButtonVariant.TERTIARY);
        var danger = new Button("Sitzung absagen", Symbol.DELETE.create());
        danger.addThemeVariants(ButtonVariant.ERROR);
        danger.addClickListener(click -> ConfirmAction.askDestructive(
                "Sitzung absagen?",
                "Alle 51 Mitglieder werden benachrichtigt. Die Absage lässt sich nicht zurücknehmen.",
                "Absagen",
                () -> Notice.success("Die Sitzung ist abgesagt.")));
        var off = new Button("Nicht möglich");
        off.setEnabled(false);
        return new Card("Button, ConfirmAction", row(primary, plain, quiet, danger, off));
    }

    private Component notices() {
        return new Card(
                "Notice",
                row(
                        new Button("Erfolg", click -> Notice.success("Die Einladung ist an 51 Mitglieder unterwegs.")),
                        new Button("Regel", click -> {
                            throw new RuleViolation("base.gallery.rule", new LegalSource("ThürKO", "§ 36"), 19, 26);
                        }),
                        new Button("Ablehnung", click -> {
                            throw new Refusal("base.trouble.overtaken");
                        })));
    }

    private Component fields() {
        var name = new TextField("Titel der Sitzung");
        name.setValue("12. Sitzung des Stadtrates");
        var place = new TextField("Ort");
        place.setPlaceholder("zum Beispiel Rathaus, Ratssaal");
        place.setHelperText("Steht so in der Einladung.");
        var wrong = new TextField("Drucksachennummer");
        wrong.setValue("12/3");
        wrong.setInvalid(true);
        wrong.setErrorMessage("Bitte so angeben: 1234/26");
        var organization = new ComboBox<String>("Gremium", "Stadtrat", "Hauptausschuss", "Seniorenbeirat");
        organization.setValue("Stadtrat");
        var mode = new RadioButtonGroup<String>("Form", "In Präsenz", "Hybrid", "Digital");
        mode.setValue("Hybrid");
        var text = new TextArea("Beschlussvorschlag");
        text.setValue("Der Stadtrat beschließt die Fortschreibung des Radverkehrskonzeptes.");
        text.addClassName("rs-wide");
        var form = new Div(
                name,
                place,
                organization,
                new DateTimePicker("Beginn"),
                wrong,
                mode,
                text,
                new Checkbox("Öffentlich übertragen", true));
        form.addClassName("rs-form-columns");
        return new Card("Felder", form);
    }

    private Component files() {
        return new Card(
                "FileDrop",
                new FileDrop("Anlage zur Vorlage", List.of(".pdf"), DataSize.ofMegabytes(50), (file, content) -> {}));
    }

    private Component empty() {
        return new Card(
                "EmptyState",
                new EmptyState(
                        Symbol.CALENDAR,
                        "Noch keine Sitzung geplant",
                        "Planen Sie die erste Sitzung; die Mitglieder sehen sie, sobald die Einladung heraus ist.",
                        primary("Sitzung planen")));
    }

    private Component grid() {
        var grid = new Grid<Faction>();
        grid.addColumn(Faction::name).setHeader("Fraktion").setAutoWidth(true);
        grid.addColumn(Faction::seats).setHeader("Sitze").setAutoWidth(true);
        grid.setItems(FACTIONS);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", "Fraktionen");
        return new Card("Grid", grid);
    }

    private Component colours() {
        var swatches = new Div();
        swatches.addClassName("rs-swatches");
        for (var token : List.of(
                "page-ground",
                "surface",
                "sunken",
                "line",
                "edge",
                "ink",
                "muted",
                "primary",
                "primary-strong",
                "primary-soft",
                "accent",
                "brass",
                "focus",
                "yes",
                "no",
                "abstain",
                "recused",
                "info",
                "success",
                "warning",
                "danger",
                "frame")) {
            var colour = new Div();
            colour.addClassName("rs-swatch");
            colour.getStyle().set("background", "var(--rs-" + token + ")");
            swatches.add(new Div(colour, new Code(token)));
        }
        return new Card(getTranslation("base.gallery.colours"), swatches);
    }

    private Component type() {
        var lines = Stream.of("3xl", "2xl", "xl", "l", "m", "s", "xs")
                .map(size -> {
                    var line = new Paragraph(new Code(size), new Span(" Ratssaal – wo die Stadt entscheidet"));
                    line.getStyle().set("font-size", "var(--rs-size-" + size + ")");
                    return (Component) line;
                })
                .toArray(Component[]::new);
        return new Card(getTranslation("base.gallery.type"), lines);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.gallery.title");
    }

    private record Faction(String name, String color, int seats) {}
}
