package de.ratssaal.paper.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.Numbering;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperTemplate;
import de.ratssaal.paper.PaperTemplates;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.SignatureRule;
import de.ratssaal.paper.TemplateDesign;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What belongs to which kind of paper: an administrator changes it and sees beside it what it looks like. */
@Route(value = PaperLinks.TEMPLATES, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "paper.template.menu", order = 85, icon = "tag")
class TemplatesView extends Composite<Div> implements HasDynamicTitle {

    private final PaperTemplates templates;
    private final Kinds kinds;
    private final Select<BodySummary> body = new Select<>();
    private final Select<PaperType> kind = new Select<>();
    private final Div form = new Div();
    private final Div preview = new Div();

    private final TextField name = new TextField();
    private final TextField pattern = new TextField();
    private final TextField series = new TextField();
    private final IntegerField start = new IntegerField();
    private final Checkbox atRelease = new Checkbox();
    private final Paragraph next = new Paragraph();
    private final IntegerField members = new IntegerField();
    private final Checkbox groupSuffices = new Checkbox();
    private final Checkbox chair = new Checkbox();
    private final Checkbox head = new Checkbox();
    private final List<FieldRow> fields = new ArrayList<>();
    private final List<SectionRow> sections = new ArrayList<>();
    private final Div fieldRows = new Div();
    private final Div sectionRows = new Div();
    private @Nullable PaperTemplate shown;

    TemplatesView(PaperTemplates templates, Councils councils, Kinds kinds) {
        this.templates = templates;
        this.kinds = kinds;
        labels();
        body.setItems(councils.bodies());
        kind.setItems(PaperType.values());
        var choice = new Div(body, kind);
        choice.addClassName("rs-fields-row");
        var columns = new Div(form, new Div(preview));
        columns.addClassName("rs-writing-columns");
        form.addClassName("rs-writing-text");
        preview.addClassName("rs-writing-side");
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("paper.template.subtitle"))
                                .above(getTranslation("paper.menu"), PaperLinks.LIST),
                        choice,
                        columns);
        kind.addValueChangeListener(change -> show());
        body.addValueChangeListener(change -> show());
        kind.setValue(PaperType.PROPOSAL);
        councils.bodies().stream().findFirst().ifPresent(body::setValue);
        body.setVisible(councils.bodies().size() > 1);
    }

    private void labels() {
        body.setLabel(getTranslation("paper.template.body"));
        body.setItemLabelGenerator(BodySummary::name);
        kind.setLabel(getTranslation("paper.template.kind"));
        kind.setItemLabelGenerator(it -> body.getValue() == null
                ? kinds.of(this, it)
                : kinds.of(this, body.getValue().id(), it));
        name.setLabel(getTranslation("paper.template.name"));
        pattern.setLabel(getTranslation("paper.template.pattern"));
        pattern.setHelperText("{number}, {number:4}, {yy}, {yyyy}");
        series.setLabel(getTranslation("paper.template.series"));
        series.setHelperText(getTranslation("paper.template.series-help"));
        start.setLabel(getTranslation("paper.template.start"));
        atRelease.setLabel(getTranslation("paper.template.at-release"));
        members.setLabel(getTranslation("paper.template.members"));
        groupSuffices.setLabel(getTranslation("paper.template.group-suffices"));
        chair.setLabel(getTranslation("paper.template.chair"));
        head.setLabel(getTranslation("paper.template.head"));
        List.of(name, pattern, series).forEach(it -> it.setValueChangeMode(ValueChangeMode.LAZY));
        List.<AbstractField<?, ?>>of(name, pattern, series, start, atRelease, members, groupSuffices, chair, head)
                .forEach(it -> it.addValueChangeListener(change -> showPreview()));
    }

    private void show() {
        if (body.getValue() == null) {
            return;
        }
        var template = templates.current(body.getValue().id(), kind.getValue());
        shown = null; // no preview of half a template
        var design = template.design();
        name.setValue(design.name());
        pattern.setValue(design.numbering().pattern());
        series.setValue(design.numbering().series());
        start.setValue(design.numbering().start());
        atRelease.setValue(design.numbering().atRelease());
        members.setValue(design.signatures().members());
        groupSuffices.setValue(design.signatures().groupSuffices());
        chair.setValue(design.signatures().chair());
        head.setValue(design.signatures().headOfOffice());
        fields.clear();
        design.fields().forEach(it -> fields.add(new FieldRow(it, this::showPreview)));
        sections.clear();
        design.sections().forEach(it -> sections.add(new SectionRow(it, this::showPreview)));
        form.removeAll();
        form.add(general(template), fieldsCard(), sectionsCard(), signaturesCard(), actions());
        arrange();
        shown = template;
        showPreview();
    }

    private Component general(PaperTemplate template) {
        var columns = new Div(name, pattern, series, start, atRelease);
        columns.addClassName("rs-form-columns");
        next.addClassName("rs-note");
        return new Card(getTranslation("paper.template.general"), columns, next)
                .aside(new StatusBadge(Tone.NEUTRAL, getTranslation("paper.template.version", template.version())));
    }

    private Component fieldsCard() {
        var add = new Button(getTranslation("paper.template.add-field"), Symbol.ADD.create(), click -> {
            fields.add(new FieldRow(FieldRow.fresh(getTranslation("paper.template.new")), this::showPreview));
            arrange();
            showPreview();
        });
        return new Card(getTranslation("paper.template.fields"), fieldRows, add);
    }

    private Component sectionsCard() {
        var add = new Button(getTranslation("paper.template.add-section"), Symbol.ADD.create(), click -> {
            sections.add(new SectionRow(SectionRow.fresh(getTranslation("paper.template.new")), this::showPreview));
            arrange();
            showPreview();
        });
        return new Card(getTranslation("paper.template.sections"), sectionRows, add);
    }

    private Component signaturesCard() {
        var columns = new Div(members, groupSuffices, chair, head);
        columns.addClassName("rs-form");
        return new Card(getTranslation("paper.template.signatures"), columns);
    }

    private Component actions() {
        var save = new Button(getTranslation("paper.template.save"), Symbol.SAVE.create(), click -> save());
        save.addThemeNames("primary", "large");
        var actions = new Div(save);
        actions.addClassName("rs-actions");
        return actions;
    }

    private void arrange() {
        arrange(fieldRows, fields);
        arrange(sectionRows, sections);
    }

    private <R extends Composite<Div>> void arrange(Div list, List<R> rows) {
        list.removeAll();
        for (var place = 0; place < rows.size(); place++) {
            var at = place;
            var label = Integer.toString(place + 1);
            var tools = new Div(
                    tool(Symbol.UP, "paper.template.up", label, place > 0, () -> swap(rows, at, at - 1)),
                    tool(
                            Symbol.DOWN,
                            "paper.template.down",
                            label,
                            place < rows.size() - 1,
                            () -> swap(rows, at, at + 1)),
                    tool(Symbol.DELETE, "paper.template.remove", label, true, () -> rows.remove(at)));
            tools.addClassName("rs-row-tools");
            var row = new Div(rows.get(place), tools);
            row.addClassName("rs-template-row");
            switch (rows.get(place)) {
                case FieldRow field -> field.named(label);
                case SectionRow section -> section.named(label);
                default -> throw new IllegalStateException("no row of a template");
            }
            list.add(row);
        }
    }

    private static <R> void swap(List<R> rows, int one, int other) {
        java.util.Collections.swap(rows, one, other);
    }

    private Button tool(Symbol symbol, String key, String label, boolean possible, Runnable step) {
        var button = new Button(symbol.create(), click -> {
            step.run();
            arrange();
            showPreview();
        });
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(getTranslation(key, label));
        button.setTooltipText(getTranslation(key, label));
        button.setEnabled(possible);
        return button;
    }

    /** @throws Refusal if it cannot be had */
    private TemplateDesign design() {
        return new TemplateDesign(
                name.getValue(),
                fields.stream().map(FieldRow::field).toList(),
                sections.stream().map(SectionRow::section).toList(),
                new Numbering(
                        pattern.getValue(),
                        series.getValue(),
                        start.getValue() == null ? 1 : start.getValue(),
                        atRelease.getValue()),
                new SignatureRule(
                        members.getValue() == null ? 0 : members.getValue(),
                        groupSuffices.getValue(),
                        chair.getValue(),
                        head.getValue()));
    }

    private void save() {
        var before = shown;
        if (before != null) {
            var after = templates.change(before.body(), before.type(), before.version(), design());
            Notice.success(getTranslation("paper.template.saved", after.version()));
            show();
        }
    }

    private void showPreview() {
        var template = shown;
        if (template == null) {
            return;
        }
        preview.removeAll();
        var card = new Card(getTranslation("paper.template.preview"));
        try {
            var design = design();
            var number = templates.nextNumber(template.body(), design.numbering());
            next.setText(getTranslation("paper.template.next-number", number.toString()));
            sketch(card, design, number.toString());
        } catch (Refusal refusal) {
            card.add(new Paragraph(getTranslation(refusal.key(), refusal.arguments())));
        }
        preview.add(card);
    }

    private void sketch(Card card, TemplateDesign design, String number) {
        card.add(new H3(getTranslation("paper.write.subtitle", number, design.name())));
        var list = new UnorderedList();
        list.addClassName("rs-missing-list");
        design.fields().forEach(it -> list.add(line(it.label(), it.required(), true)));
        if (template().type().needsProposal()) {
            list.add(line(getTranslation("paper.page.proposal"), true, true));
        }
        design.sections().forEach(it -> list.add(line(it.heading(), it.required(), it.isPublic())));
        card.add(list);
    }

    private PaperTemplate template() {
        return java.util.Objects.requireNonNull(shown);
    }

    private ListItem line(String text, boolean required, boolean isPublic) {
        var line = new ListItem(new Span(text));
        if (required) {
            line.add(new StatusBadge(Tone.INFO, getTranslation("paper.template.required")));
        }
        if (!isPublic) {
            line.add(new StatusBadge(Tone.RESTRICTED, getTranslation("paper.non-public")));
        }
        line.addClassName("rs-template-line");
        return line;
    }

    static String newKey() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    static void whenChanged(Runnable changed, AbstractField<?, ?>... fields) {
        Consumer<AbstractField<?, ?>> listen = it -> it.addValueChangeListener(change -> changed.run());
        for (var field : fields) {
            listen.accept(field);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("paper.template.menu");
    }
}
