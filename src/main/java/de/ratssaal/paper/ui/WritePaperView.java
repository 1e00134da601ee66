package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.document.Files;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.Manuscript;
import de.ratssaal.paper.Missing;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.Places;
import de.ratssaal.paper.ResolutionText;
import de.ratssaal.paper.Sheet;
import de.ratssaal.paper.TemplateField;
import de.ratssaal.paper.TemplateSection;
import de.ratssaal.paper.Writers;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paper on its authors' desks. What is typed is stored at once and put together with what others type; there is nothing
 * to save and nothing to lose.
 */
@Route(value = PaperLinks.LIST + "/:" + Address.PAPER + "/edit", layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "OFFICE_HEAD", "OFFICE_WORKER", "CHAIR", "DEPUTY_CHAIR", "MEMBER"})
class WritePaperView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, Bench.Page {

    private static final String REASONS = "Begründung";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PaperWriting writing;
    private final Writers writers;
    private final Councils councils;
    private final Files files;
    private final ChangeNotices notices;

    private final UUID window = UUID.randomUUID();
    private final Span state = new Span();
    private final Div company = new Div();
    private final Card missing;
    private final List<Bound> bound = new ArrayList<>();
    private @Nullable Bench bench;
    private @Nullable RowsEditor rows;

    WritePaperView(PaperWriting writing, Writers writers, Councils councils, Files files, ChangeNotices notices) {
        this.writing = writing;
        this.writers = writers;
        this.councils = councils;
        this.files = files;
        this.notices = notices;
        this.missing = new Card(getTranslation("paper.write.missing"));
        missing.addClassName("rs-missing");
        state.addClassName("rs-save-state");
        state.getElement().setAttribute("role", "status");
        company.addClassName("rs-company");
        company.getElement().setAttribute("role", "status");
        getContent().addClassNames("rs-page", "rs-writing");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Address.paper(event);
        open(writing.open(id));
        WhileShown.watch(this, ui -> notices.watch(PaperShelf.topic(id), () -> WhileShown.update(ui, this::refresh)));
        WhileShown.watch(this, ui -> {
            writers.write(id, window, "");
            var watch = notices.watch(Writers.topic(id), () -> WhileShown.update(ui, this::showWriters));
            return () -> {
                watch.close();
                writers.leave(window);
            };
        });
    }

    private void open(Sheet sheet) {
        getContent().removeAll();
        bound.clear();
        var desk = new Bench(writing, sheet, this);
        bench = desk;
        var text = new Div(facts(desk), wording(desk));
        sheet.template().design().sections().forEach(it -> text.add(section(desk, it)));
        text.add(new FilesCard(
                PaperFiles.owner(sheet.id()),
                getTranslation("paper.files"),
                getTranslation("paper.files.public"),
                Boolean.parseBoolean(sheet.manuscript().text(Places.PUBLIC)),
                files,
                notices));
        text.addClassName("rs-writing-text");
        var side = new Div(missing);
        side.addClassName("rs-writing-side");
        var columns = new Div(text, side);
        columns.addClassName("rs-writing-columns");
        getContent().add(header(sheet), company, columns);
        bound.forEach(it ->
                it.getElement().addEventListener("focusin", focus -> writers.write(sheet.id(), window, it.ownPlace())));
        show(sheet, desk.mine());
        showWriters();
    }

    private Component header(Sheet sheet) {
        var header = new PageHeader(
                        getPageTitle(),
                        getTranslation(
                                "paper.write.subtitle",
                                sheet.number().toString(),
                                sheet.template().design().name()))
                .above(getTranslation("paper.menu"), PaperLinks.LIST)
                .above(sheet.number().toString(), PaperLinks.paper(sheet.id()))
                .meta(state);
        var actions = new ArrayList<Component>();
        actions.add(
                ButtonLink.secondary(PaperLinks.paper(sheet.id()), Symbol.VIEW, getTranslation("paper.write.read")));
        if (sheet.newerTemplate()) {
            var change = new Button(
                    getTranslation("paper.write.newer-template"),
                    Symbol.REFRESH.create(),
                    click -> ConfirmAction.ask(
                            getTranslation("paper.write.newer-template-question"),
                            getTranslation("paper.write.newer-template-text"),
                            getTranslation("paper.write.newer-template"),
                            () -> open(writing.switchTemplate(sheet.id()))));
            actions.add(change);
        }
        if (!sheet.isHandedIn() && !sheet.isLed()) {
            var handIn = new Button(getTranslation("paper.hand-in"), Symbol.SEND.create(), click -> handIn(sheet));
            handIn.addThemeNames("primary");
            actions.addFirst(handIn);
        }
        return header.actions(actions.toArray(Component[]::new));
    }

    private void handIn(Sheet sheet) {
        ConfirmAction.ask(
                getTranslation("paper.hand-in.question"),
                getTranslation("paper.hand-in.text"),
                getTranslation("paper.hand-in"),
                () -> {
                    writing.handIn(sheet.id());
                    Notice.success(getTranslation("paper.hand-in.done"));
                    UI.getCurrent().navigate(PaperLinks.paper(sheet.id()));
                });
    }

    private Component facts(Bench desk) {
        var sheet = desk.sheet();
        var title = add(BoundText.line(desk, Places.TITLE).labelled(getTranslation("paper.write.title")));
        ((TextField) title.field()).setMaxLength(PaperContent.LONGEST_TITLE);
        title.field().setRequiredIndicatorVisible(true);
        title.addClassName("rs-wide");
        var originator =
                add(BoundText.line(desk, Places.ORIGINATOR).labelled(getTranslation("paper.write.originator")));
        originator.field().setReadOnly(sheet.namesItself());
        originator
                .field()
                .setHelperText(getTranslation(
                        sheet.namesItself() ? "paper.write.originator-fixed" : "paper.write.originator-help"));
        var open = new RadioButtonGroup<Boolean>(getTranslation("paper.write.publicity"));
        open.setItems(true, false);
        open.setItemLabelGenerator(it -> getTranslation(it ? "paper.public" : "paper.non-public"));
        open.setReadOnly(sheet.version() > 0);
        var publicity = add(
                new BoundChoice<Boolean>(desk, Places.PUBLIC, open, Boolean::parseBoolean, it -> Boolean.toString(it)));
        publicity.readAs(it -> getTranslation(Boolean.parseBoolean(it) ? "paper.public" : "paper.non-public"));
        var columns = new Div(title, originator, publicity);
        sheet.template().design().fields().forEach(it -> columns.add(field(desk, it)));
        columns.addClassName("rs-form-columns");
        return new Card(getTranslation("paper.write.facts"), columns);
    }

    private <B extends Bound> B add(B added) {
        bound.add(added);
        return added;
    }

    private Component field(Bench desk, TemplateField field) {
        var place = Places.field(field.key());
        return switch (field.type()) {
            case TEXT, AMOUNT -> {
                var line = add(BoundText.line(desk, place).labelled(field.label()));
                line.field().setHelperText(field.help());
                line.field().setRequiredIndicatorVisible(field.required());
                yield line;
            }
            case OFFICE -> {
                var box = new ComboBox<String>(field.label());
                box.setItems(offices());
                box.setAllowCustomValue(true);
                box.addCustomValueSetListener(event -> box.setValue(event.getDetail()));
                box.setHelperText(field.help());
                box.setClearButtonVisible(true);
                box.setRequiredIndicatorVisible(field.required());
                yield add(new BoundChoice<String>(desk, place, box, it -> it, it -> it));
            }
            case DATE -> {
                var picker = new DatePicker(field.label());
                picker.setHelperText(field.help());
                picker.setClearButtonVisible(true);
                picker.setRequiredIndicatorVisible(field.required());
                addAttachListener(attached -> picker.setI18n(DateTexts.of(this)));
                var day = add(new BoundChoice<LocalDate>(desk, place, picker, LocalDate::parse, LocalDate::toString));
                day.readAs(it -> Days.shown(it, getLocale()));
                yield day;
            }
            case CHOICE -> {
                var select = new Select<String>();
                select.setLabel(field.label());
                select.setHelperText(field.help());
                select.setItems(field.choices());
                select.setEmptySelectionAllowed(!field.required());
                select.setRequiredIndicatorVisible(field.required());
                yield add(new BoundChoice<String>(
                        desk, place, select, it -> field.choices().contains(it) ? it : null, it -> it));
            }
        };
    }

    private List<String> offices() {
        var desk = bench;
        return desk == null
                ? List.of()
                : councils.organizations(desk.sheet().body()).stream()
                        .filter(it -> it.classification() == Classification.OFFICE)
                        .map(OrganizationSummary::name)
                        .toList();
    }

    private Component wording(Bench desk) {
        var editor = new RowsEditor(desk, offices());
        rows = editor;
        var reader = new TextReader(text -> take(desk, text), () -> desk.mine().proposal());
        return new Card(getTranslation("paper.page.proposal"), reader, editor);
    }

    private void take(Bench desk, ResolutionText text) {
        var reasons = Places.section(TemplateSection.REASONS);
        desk.change(it -> {
            var now = it.with(text.proposal());
            return now.text(reasons).isEmpty() && text.after().startsWith(REASONS)
                    ? now.with(reasons, text.after().substring(REASONS.length()).replaceFirst("^\\s*:?\\s*", ""))
                    : now;
        });
        all().forEach(it -> it.set(desk.mine().text(it.place())));
    }

    private Component section(Bench desk, TemplateSection section) {
        var card = new SectionCard(desk, section);
        bound.addAll(card.bound());
        return card;
    }

    private void refresh() {
        var desk = bench;
        if (desk != null) {
            try {
                desk.refresh();
            } catch (NoSuchElementException e) {
                UI.getCurrent().navigate(PaperLinks.LIST); // it was withdrawn, or is none of theirs any more
            }
        }
    }

    @Override
    public void show(Sheet sheet, Manuscript shown) {
        var zone = councils.body(sheet.body()).zone();
        var at = ZonedDateTime.ofInstant(sheet.changedAt(), zone);
        say(Symbol.SUCCESS, getTranslation("paper.write.stored", TIME.format(at)), false);
        var editor = rows;
        if (editor != null) {
            editor.show();
            listen(sheet, editor);
        }
        showMissing(sheet);
    }

    /** Rows come and go: each says where somebody writes. */
    private void listen(Sheet sheet, RowsEditor editor) {
        editor.bound().filter(it -> !bound.contains(it)).toList().forEach(it -> {
            bound.add(it);
            it.getElement().addEventListener("focusin", focus -> writers.write(sheet.id(), window, it.ownPlace()));
        });
    }

    @Override
    public void refused(Refusal refusal) {
        say(
                Symbol.ALERT,
                getTranslation("paper.write.not-stored", getTranslation(refusal.key(), refusal.arguments())),
                true);
    }

    private void say(Symbol symbol, String text, boolean isTrouble) {
        state.removeAll();
        state.add(symbol.create(), new Span(text));
        state.setClassName("rs-save-trouble", isTrouble);
    }

    private void showMissing(Sheet sheet) {
        missing.getChildren()
                .filter(it -> !it.hasClassName("rs-card-head"))
                .toList()
                .forEach(missing::remove);
        if (sheet.missing().isEmpty()) {
            var fine = new Paragraph(Symbol.SUCCESS.create(), new Span(getTranslation("paper.write.nothing-missing")));
            fine.addClassName("rs-fine");
            missing.add(fine);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rs-missing-list");
        sheet.missing().forEach(it -> list.add(new ListItem(missing(it))));
        missing.add(list);
    }

    private Component missing(Missing what) {
        var sentence = getTranslation(what.key(), what.arguments().toArray());
        if (what.place().isEmpty()) {
            return new Span(sentence);
        }
        var there = new Button(
                sentence,
                click -> all().filter(it -> it.ownPlace().equals(what.place()))
                        .findFirst()
                        .ifPresent(Bound::focusField));
        there.addThemeNames("tertiary");
        return there;
    }

    private Stream<Bound> all() {
        var editor = rows;
        return editor == null
                ? bound.stream()
                : Stream.concat(bound.stream(), editor.bound()).distinct();
    }

    private void showWriters() {
        var desk = bench;
        if (desk == null) {
            return;
        }
        var others = writers.others(desk.sheet().id(), window);
        company.removeAll();
        company.setVisible(!others.isEmpty());
        for (var other : others) {
            var line = new Paragraph(
                    Symbol.PERSON.create(),
                    new Span(
                            other.place().isEmpty()
                                    ? getTranslation("paper.write.is-here", other.name())
                                    : getTranslation(
                                            "paper.write.writes-at", other.name(), name(desk, other.place()))));
            company.add(line);
        }
        all().forEach(it -> it.writers(others.stream()
                .filter(other -> other.place().equals(it.ownPlace()))
                .map(Writers.Writer::name)
                .toList()));
    }

    private String name(Bench desk, String place) {
        var design = desk.sheet().template().design();
        return Places.rowOf(place)
                .map(row -> getTranslation("paper.write.point", desk.mine().label(row)))
                .or(() -> Places.sectionOf(place)
                        .flatMap(key -> design.sections().stream()
                                .filter(it -> it.key().equals(key))
                                .map(TemplateSection::heading)
                                .findFirst()))
                .orElseGet(() ->
                        getTranslation(place.equals(Places.INTRO) ? "paper.proposal.intro" : "paper.write.facts"));
    }

    @Override
    public String getPageTitle() {
        var desk = bench;
        var title = desk == null ? "" : desk.mine().text(Places.TITLE);
        return title.isBlank() ? getTranslation("paper.edit") : title;
    }
}
